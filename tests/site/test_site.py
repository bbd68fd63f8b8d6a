"""The built site as a reader, a hoster and the next build find it."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import dom
import lxml.html
import papers
import pytest

from backissue.archive import Archive
from backissue.model import BadInstruction, Revision
from backissue.publish.site import Settings, build, fit


def tree(folder: Path) -> dict[str, str]:
    return {
        p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }


def stamps(folder: Path) -> dict[str, int]:
    return {p.relative_to(folder).as_posix(): p.stat().st_mtime_ns for p in folder.rglob("*") if p.is_file()}


def pages(site: Path) -> list[str]:
    return sorted(p.relative_to(site).as_posix() for p in site.rglob("*.html"))


def read(site: Path, page: str) -> str:
    return (site / page).read_text(encoding="utf-8")


def page_of(site: Path, stem: str) -> Path:
    (found,) = (site / "articles").rglob(f"{stem}.html")
    return found


def test_every_kind_of_page_is_there(site: Path) -> None:
    there = set(pages(site))
    for page in (
        "index.html", "years/index.html", "2018/index.html", "2018/02/index.html", "undated/index.html",
        "today/index.html", "sections/index.html", "authors/index.html", "tags/index.html", "lost/index.html",
        "lost/7777.html", "old/index.html", "pages/index.html", "pages/about-us.html", "about.html", "search.html",
    ):  # fmt: skip
        assert page in there
    assert len([p for p in there if p.startswith("articles/")]) == 41


def test_every_link_of_every_page_leads_to_a_file_of_the_site(site: Path) -> None:
    broken = [
        (page, to)
        for page in pages(site)
        for to in dom.local_links(read(site, page), page)
        if to.startswith("OUTSIDE") or not (site / to).is_file()
    ]
    assert broken == []


def test_every_page_can_be_reached_from_the_front_page(site: Path) -> None:
    seen, todo = set(), ["index.html"]
    while todo:
        page = todo.pop()
        if page in seen:
            continue
        seen.add(page)
        todo += [to for to in dom.local_links(read(site, page), page) if to.endswith(".html")]
    assert set(pages(site)) - seen == set()


def test_no_page_holds_anything_active_or_from_elsewhere(site: Path) -> None:
    assert [t for page in pages(site) for t in dom.troubles(read(site, page), page)] == []


def test_every_page_has_a_strict_policy_a_language_a_title_and_one_heading(site: Path) -> None:
    for page in pages(site):
        tree = lxml.html.document_fromstring(read(site, page))
        policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        assert "http" not in policy
        assert tree.get("lang") == "zh-Hant"
        assert tree.findtext(".//title").strip()
        assert len(tree.xpath("//h1")) == 1, page


def test_an_article_says_where_it_comes_from(site: Path) -> None:
    text = lxml.html.document_fromstring(page_of(site, "8").read_text("utf-8"))
    shown = text.xpath("//details[contains(@class,'provenance')]")[0].text_content()
    for word in (
        "web.archive.org",
        "2022年1月3日 04:05:06 UTC",
        "captures/0123456789abcdef.warc.gz @ 1242",
        "sha1:ABAB",
        "morningmist.example/article/8/",
    ):
        assert word in shown
    (leave,) = text.xpath("//details[@class='leave']//a")
    assert leave.get("href").startswith(dom.CAPTURE)
    assert "noreferrer" in leave.get("rel")
    assert leave.xpath("ancestor::details[@class='leave'][not(@open)]"), "the warning stands before the link"


def test_a_picture_that_is_held_is_shown_and_one_that_is_not_is_told_of(site: Path) -> None:
    shown = lxml.html.document_fromstring(page_of(site, "20").read_text("utf-8"))
    sources = shown.xpath("//figure/img/@src")
    assert len(sources) == 1
    assert (page_of(site, "20").parent / sources[0]).resolve().is_file()
    assert len(shown.xpath("//figure/div[@class='gone']")) == 1
    assert "舊照" in shown.xpath("//figure[div]/figcaption")[0].text_content()


def test_a_hidden_byline_is_nowhere_on_the_site(site: Path, paper: Path) -> None:
    whose = papers._PEOPLE[6 % 5]
    article = lxml.html.document_fromstring(page_of(site, "6").read_text("utf-8"))
    assert whose not in article.xpath("//article")[0].text_content()
    assert whose not in article.xpath("//script[@type='application/ld+json']")[0].text


def test_links_between_articles_stay_in_the_site(site: Path) -> None:
    inward = lxml.html.document_fromstring(page_of(site, "14").read_text("utf-8")).xpath("//a[@class='inward']/@href")
    assert [Path(href).name for href in inward] == ["13.html"]


def test_tags_with_any_characters_have_pages_of_their_own(site: Path) -> None:
    index = lxml.html.document_fromstring(read(site, "tags/index.html"))
    names = {a.text_content(): a.get("href") for a in index.xpath("//ul[@class='terms']//a")}
    assert set(papers._TAGS) == set(names)
    assert len({href.lower() for href in names.values()}) == len(names), "no two differ by case alone"
    for name, href in names.items():
        assert lxml.html.document_fromstring(read(site, f"tags/{href}")).findtext(".//h1") == name


def test_structured_data_is_json_and_names_the_capture(site: Path) -> None:
    raw = (
        lxml.html.document_fromstring(page_of(site, "8").read_text("utf-8"))
        .xpath("//script[@type='application/ld+json']")[0]
        .text
    )
    data = json.loads(raw)
    assert data["@type"] == "NewsArticle"
    assert data["archivedAt"].startswith(dom.CAPTURE)
    assert data["datePublished"].startswith("2018-01-2")


def test_an_article_tells_who_published_it_first_and_what_the_paper_said_of_it_later(site: Path) -> None:
    text = lxml.html.document_fromstring(page_of(site, "13").read_text("utf-8"))
    shown = text.xpath("//details[contains(@class,'provenance')]")[0].text_content()
    for word in ("潮聲週刊", "tidings.example/a/13", "更正", "應為九班", "編者按", "連載之一"):
        assert word in shown
    assert not text.xpath("//a[contains(@href,'tidings')]"), "an address to read, not to follow"
    data = json.loads(text.xpath("//script[@type='application/ld+json']")[0].text)
    assert data["correction"] == ["上文班次有誤，應為九班。"], "an editor's note corrects nothing"
    assert data["sourceOrganization"] == {
        "@type": "Organization", "name": "潮聲週刊", "url": "https://tidings.example/a/13"
    }  # fmt: skip
    assert "潮聲" not in page_of(site, "12").read_text("utf-8")


def test_a_second_build_touches_nothing(tmp_path: Path) -> None:
    folder, out = papers.paper(tmp_path / "p", 12), tmp_path / "out"
    build(folder, out, outlet=papers.OUTLET)
    before = stamps(out)
    report = build(folder, out, outlet=papers.OUTLET)
    assert (report.written, report.removed) == (0, 0)
    assert stamps(out) == before


def test_one_changed_article_rewrites_its_page_its_listings_and_nothing_else(tmp_path: Path) -> None:
    folder, out = papers.paper(tmp_path / "p", 40), tmp_path / "out"
    build(folder, out, outlet=papers.OUTLET)
    before = stamps(out)
    changed = replace(papers.record(13), title="改過的標題")
    papers.put(folder, changed)
    build(folder, out, outlet=papers.OUTLET)
    after = stamps(out)
    touched = {name for name in after if after[name] != before.get(name)} - {".backissue-site"}
    own = page_of(out, "13").relative_to(out).as_posix()
    assert own in touched
    assert "2018/02/index.html" in touched
    assert len([t for t in touched if t.startswith("articles/")]) <= 1 + 2 + 24, "itself, its neighbours, its relations"
    assert not [t for t in touched if t.startswith(("assets/", "media/", "years/", "about"))]
    fresh = tmp_path / "fresh"
    build(folder, fresh, outlet=papers.OUTLET)
    assert tree(out) == tree(fresh), "what a small build leaves is what a whole build makes"


def test_a_withdrawn_article_leaves_the_site_and_every_listing(tmp_path: Path) -> None:
    folder, out = papers.paper(tmp_path / "p", 20), tmp_path / "out"
    title = "一個別處沒有的標題"
    papers.put(folder, replace(papers.record(7), title=title))
    build(folder, out, outlet=papers.OUTLET)
    assert page_of(out, "7").is_file()
    (folder / "decisions.toml").write_text('[[withdraw]]\narticle = "7"\ndate = 2024-01-01\n', encoding="utf-8")
    report = build(folder, out, outlet=papers.OUTLET)
    assert report.removed >= 1
    assert not list((out / "articles").rglob("7.html"))
    address = papers.record(7).original_url or ""
    for path in out.rglob("*"):
        if path.suffix in {".html", ".xml", ".json", ".tsv"}:
            text = path.read_text("utf-8")
            assert title not in text, path
            assert address not in text, path


def test_two_builds_in_other_places_zones_and_hash_seeds_give_the_same_bytes(tmp_path: Path) -> None:
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]); import papers; from pathlib import Path; from backissue.publish.site import build;"
        "f = papers.paper(Path(sys.argv[2]) / 'p', 15); build(f, Path(sys.argv[2]) / 'o', outlet=papers.OUTLET)"
    )
    found = []
    for number, (zone, seed, locale) in enumerate(
        (("Asia/Hong_Kong", "1", "C"), ("America/New_York", "77", "C.UTF-8"))
    ):
        where = tmp_path / str(number) / ("x" * number)
        where.mkdir(parents=True)
        env = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": locale}
        subprocess.run([sys.executable, "-c", script, str(Path(__file__).parent), str(where)], env=env, check=True)
        found.append(tree(where / "o"))
    assert found[0] == found[1]


def test_a_version_that_differs_in_its_title_alone_shows_that_and_is_not_called_lost(tmp_path: Path) -> None:
    folder = papers.paper(tmp_path / "p", 3)
    archive = Archive(folder)
    record = archive.read("1")
    assert record is not None
    papers.put(
        folder,
        replace(record, former_titles=("另一個題目",), revisions=(Revision("9001"), Revision("9002", same_text=True))),
    )
    build(folder, tmp_path / "o")
    (page,) = (tmp_path / "o" / "changes").rglob("1.html")
    told = page.read_text("utf-8")
    assert "<del>" in told
    assert "9001" in told
    assert "9002" not in told
    assert "沒有存下" not in told


def test_what_a_dead_build_left_half_written_is_gone_after_the_next(tmp_path: Path) -> None:
    folder = papers.paper(tmp_path / "p", 3)
    build(folder, tmp_path / "o")
    (stamp,) = (folder / "work" / "site-stamps").glob("stamp-*.json")
    stamp.with_name(f"{stamp.name}.part").write_text("{")
    build(folder, tmp_path / "o")
    assert list(tmp_path.rglob("*.part")) == []


def test_a_folder_that_holds_something_else_is_refused_and_left_alone(tmp_path: Path) -> None:
    folder = papers.paper(tmp_path / "p", 3)
    other = tmp_path / "thesis"
    other.mkdir()
    (other / "chapter.txt").write_text("mine")
    with pytest.raises(BadInstruction, match="something else"):
        build(folder, other)
    assert [p.name for p in other.iterdir()] == ["chapter.txt"]
    for precious in (folder, folder / "archive", folder / "archive" / "site", folder / "captures", tmp_path):
        with pytest.raises(BadInstruction):
            build(folder, precious)


def test_a_folder_without_an_archive_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInstruction, match="no archive"):
        build(tmp_path, tmp_path / "out")


def test_files_that_people_put_beside_the_site_stay(tmp_path: Path) -> None:
    folder, out = papers.paper(tmp_path / "p", 5), tmp_path / "out"
    build(folder, out)
    (out / "CNAME").write_text("paper.example")
    papers.put(folder, papers.record(50))
    build(folder, out)
    assert (out / "CNAME").read_text() == "paper.example"


def test_a_build_that_died_is_made_good_by_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from backissue.publish.site.output import Output

    folder, out = papers.paper(tmp_path / "p", 12), tmp_path / "out"
    build(folder, out, outlet=papers.OUTLET)
    original = papers.record(5)
    papers.put(folder, replace(original, title="半途"))
    real, calls = Output.write, Counter[str]()

    def dies(self: Output, name: str, fingerprint: str, data: str | bytes) -> None:
        calls["n"] += 1
        if calls["n"] > 4:
            raise KeyboardInterrupt
        real(self, name, fingerprint, data)

    monkeypatch.setattr(Output, "write", dies)
    with pytest.raises(KeyboardInterrupt):
        build(folder, out, outlet=papers.OUTLET)
    monkeypatch.undo()
    papers.put(folder, original)
    build(folder, out, outlet=papers.OUTLET)
    fresh = tmp_path / "fresh"
    build(folder, fresh, outlet=papers.OUTLET)
    assert tree(out) == tree(fresh)


def test_a_deleted_file_and_a_lost_stamp_are_made_good(tmp_path: Path) -> None:
    folder, out = papers.paper(tmp_path / "p", 8), tmp_path / "out"
    build(folder, out)
    whole = tree(out)
    page_of(out, "5").unlink()
    build(folder, out)
    assert tree(out) == whole
    for path in (folder / "work").rglob("*.json"):
        path.unlink()
    (out / "tags" / "left-over.html").write_text("old")
    build(folder, out)
    assert tree(out) == whole


def test_an_interface_language_and_an_address_are_checked() -> None:
    with pytest.raises(BadInstruction, match="does not speak"):
        Settings(language="tlh")
    with pytest.raises(BadInstruction, match="no address"):
        Settings(url="paper.example")


@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans", "en"])
def test_the_interface_speaks_three_languages_and_the_articles_their_own(tmp_path: Path, language: str) -> None:
    folder, out = papers.paper(tmp_path / "p", 11), tmp_path / "out"
    build(folder, out, outlet=papers.OUTLET, settings=Settings(language=language))
    front = lxml.html.document_fromstring(read(out, "index.html"))
    assert front.get("lang") == language
    assert {"zh-Hant": "搜尋", "zh-Hans": "搜索", "en": "Search"}[language] in front.xpath("//nav")[0].text_content()
    english = lxml.html.document_fromstring(page_of(out, "10").read_text("utf-8"))
    assert english.xpath("//article/@lang") == ["en"]
    assert lxml.html.document_fromstring(page_of(out, "9").read_text("utf-8")).xpath("//article/@lang") == [
        "zh-Hant-HK"
    ]


def test_fit_counts_every_file_and_says_where_it_fits(site: Path) -> None:
    found = fit(site)
    files = [p for p in site.rglob("*") if p.is_file()]
    assert (found.counted.files, found.counted.bytes) == (len(files), sum(p.stat().st_size for p in files))
    assert found.counted.folders == len({p.parent for p in files})
    assert found.counted.fullest == max(sum(1 for p in d.iterdir() if p.is_file()) for d in {p.parent for p in files})
    assert all(offer.fits for offer in found.offers)


def test_fit_minds_hosts_that_count_folders_or_limit_one_folder(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = sys.modules["backissue.publish.site.fit"]
    whole = fit(site).counted
    monkeypatch.setattr(
        module,
        "HOSTS",
        (
            module.Host("counts files", whole.files, None, None),
            module.Host("counts folders too", whole.files, None, None, folders_too=True),
            module.Host("a full folder", None, None, None, fullest=whole.fullest - 1),
            module.Host("room enough", None, None, None, fullest=whole.fullest),
        ),
    )
    offers = fit(site).offers
    assert [(offer.fits, offer.settings is not None) for offer in offers[:2]] == [(True, False), (False, True)]
    assert [offer.fits for offer in offers[2:]] == [False, True]


def test_fit_proposes_settings_that_keep_their_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from backissue.publish.site import fit as room  # the function's module lies behind its name

    module = sys.modules["backissue.publish.site.fit"]
    folder, out = papers.paper(tmp_path / "p", 30), tmp_path / "out"
    build(folder, out, outlet=papers.OUTLET)
    whole = room(out).counted
    monkeypatch.setattr(
        module, "HOSTS", (module.Host("a small one", whole.files - 12, None, None), module.Host("none", 3, None, None))
    )
    small, none = room(out).offers
    assert not small.fits
    assert small.settings is not None
    assert small.files <= whole.files - 12
    report = build(folder, out, outlet=papers.OUTLET, settings=small.settings)
    assert report.files + 1 == small.files, "the count that was promised, with the marker file"
    assert (none.fits, none.settings) == (False, None)


def test_settings_are_read_from_a_file_and_mistakes_in_it_are_named(tmp_path: Path) -> None:
    path = tmp_path / "site.toml"
    assert Settings.read(path) == Settings()
    chosen = Settings(url="https://a.example/", tags_from=3, days=False)
    path.write_text(chosen.as_toml(), encoding="utf-8")
    assert Settings.read(path) == chosen
    for text, told in (
        ("tag_from = 2", "tags_from"),
        ("days = 1", "true or false"),
        ("tags_from = 0", "at least 1"),
        ("x = [", "cannot be read"),
    ):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(BadInstruction) as error:
            Settings.read(path)
        assert told in f"{error.value} {error.value.hint}"
