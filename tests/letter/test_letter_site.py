"""The letters on the site: pages, e-books and feeds of what is published, and nothing at all where nothing is."""

from __future__ import annotations

import copy
import hashlib
import json
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import dom
import hostile
import jsonschema
import lxml.etree
import lxml.html
import pytest
import weeklies
from test_html import JSON_FEED, RELAX

from backissue.model import BadInstruction
from backissue.publish.letter import kept
from backissue.publish.letter.compose import Choice
from backissue.publish.letter.week import Week
from backissue.publish.site import Settings, SiteReport, build

TESTS = Path(__file__).parent.parent
ATOM = "{http://www.w3.org/2005/Atom}"
BASE = "https://archive.example/mist/"
NOW = datetime(2026, 2, 9, 3, tzinfo=UTC)
WEEK = Week(2021, 6)


def publish(folder: Path) -> None:
    kept.keep(folder, WEEK, Choice(note="**編者**的話"), NOW, 'title = "渡輪的一周"\nlead = "104"\n')
    kept.keep(folder, Week(2021, 7), Choice(language="en", years_ago=5), NOW.replace(day=16), None)
    kept.keep(folder, Week(2001, 1), Choice(), NOW.replace(day=20), None)


def built(folder: Path, out: Path, **settings: Any) -> SiteReport:
    return build(folder, out, outlet=weeklies.OUTLET, settings=Settings(**{"url": BASE, "search": False, **settings}))


def tree(folder: Path) -> dict[str, str]:
    return {
        p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }


@pytest.fixture(scope="module")
def lettered(weekly: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a paper with three published letters."""
    folder = tmp_path_factory.mktemp("lettered")
    shutil.copytree(weekly, folder / "paper")
    publish(folder / "paper")
    built(folder / "paper", folder / "site")
    return folder / "site"


def pages(site: Path) -> list[str]:
    return sorted(p.relative_to(site).as_posix() for p in site.rglob("*.html"))


def read(site: Path, name: str) -> str:
    return (site / name).read_text(encoding="utf-8")


def test_each_letter_has_a_page_an_ebook_and_a_text(lettered: Path) -> None:
    letters = {p.relative_to(lettered).as_posix() for p in (lettered / "letters").rglob("*") if p.is_file()}
    assert letters == {
        "letters/index.html", "letters/atom.xml", "letters/feed.json",
        *(f"letters/{w}/{f}" for w in ("2001-W01", "2021-W06", "2021-W07") for f in ("index.html", "letter.epub", "letter.txt")),
    }  # fmt: skip


def test_every_link_leads_to_a_file_and_every_letter_is_reached_from_the_front_page(lettered: Path) -> None:
    seen, todo = set(), ["index.html"]
    while todo:
        page = todo.pop()
        if page in seen:
            continue
        seen.add(page)
        for to in dom.local_links(read(lettered, page), page):
            assert not to.startswith("OUTSIDE")
            assert (lettered / to).is_file(), (page, to)
            if to.endswith(".html"):
                todo.append(to)
    assert {p for p in pages(lettered) if p.startswith("letters/")} <= seen


def test_no_letter_page_holds_anything_active_or_from_elsewhere(lettered: Path) -> None:
    found = [t for p in pages(lettered) if p.startswith("letters/") for t in dom.troubles(read(lettered, p), p)]
    assert found == []


def test_a_page_shows_what_the_editor_chose_and_who_compiled_it(lettered: Path) -> None:
    page = lxml.html.document_fromstring(read(lettered, "letters/2021-W06/index.html"))
    text = page.text_content()
    assert "由檔案整理者編成，並非報社所出。" in text
    assert "編者的話" in text
    assert page.xpath("string(//title)").startswith("渡輪的一周")
    assert page.xpath("//article//h3/a/@href") == ["../../articles/2021/02/104.html"]
    assert "失落的一篇" in text
    assert page.xpath("//nav[@class='turn']/a/@href") == ["../2001-W01/index.html", "../2021-W07/index.html"]
    english = lxml.html.document_fromstring(read(lettered, "letters/2021-W07/index.html"))
    assert "This week 5 years ago" in english.xpath("string(//h1)")
    assert english.xpath("//h1/@lang") == ["en"]
    assert "這一周沒有存下文章。" in read(lettered, "letters/2001-W01/index.html")


def test_a_site_without_letters_has_no_trace_of_them_and_is_the_same_after_they_go(
    own_paper: Path, tmp_path: Path
) -> None:
    built(own_paper, tmp_path / "before")
    before = tree(tmp_path / "before")
    assert not any("letter" in name for name in before)
    for page in (*pages(tmp_path / "before"), "assets/words.js"):
        text = read(tmp_path / "before", page)
        assert "每周一信" not in text
        assert "letters/" not in text
    publish(own_paper)
    built(own_paper, tmp_path / "before")
    assert "letters/atom.xml" in tree(tmp_path / "before")
    shutil.rmtree(own_paper / "letters")
    built(own_paper, tmp_path / "before")
    assert tree(tmp_path / "before") == before


def test_an_unchanged_letter_is_not_written_again_and_a_changed_article_changes_its_letter_alone(
    own_paper: Path, tmp_path: Path
) -> None:
    publish(own_paper)
    built(own_paper, tmp_path / "site")
    before = tree(tmp_path / "site")
    assert built(own_paper, tmp_path / "site").written == 0
    from backissue.archive.archive import Archive

    one = Archive(own_paper).read("104")
    assert one
    weeklies.put(own_paper, replace(one, title="改了的題目"))
    built(own_paper, tmp_path / "site")
    changed = {name for name, digest in tree(tmp_path / "site").items() if before.get(name) != digest}
    assert "letters/2021-W06/index.html" in changed
    assert "letters/2021-W06/letter.epub" in changed
    assert not any(name.startswith(("letters/2021-W07", "letters/2001-W01")) for name in changed)
    assert "改了的題目" in read(tmp_path / "site", "letters/feed.json")


def test_what_is_withdrawn_later_leaves_the_letters_at_the_next_build(own_paper: Path, tmp_path: Path) -> None:
    kept.keep(own_paper, WEEK, Choice(), NOW, None)
    built(own_paper, tmp_path / "site")
    title = lxml.html.document_fromstring(read(tmp_path / "site", "letters/2021-W06/index.html")).xpath(
        "string(//h3/a)"
    )
    decisions = own_paper / "decisions.toml"
    decisions.write_text(decisions.read_text() + '\n[[withdraw]]\narticle = "103"\ndate = 2026-02-10\n')
    built(own_paper, tmp_path / "site")
    for name in ("index.html", "letter.txt"):
        assert title not in read(tmp_path / "site", f"letters/2021-W06/{name}")
    assert title not in read(tmp_path / "site", "letters/atom.xml")


def test_a_lead_that_is_withdrawn_later_does_not_stop_the_site(own_paper: Path, tmp_path: Path) -> None:
    kept.keep(own_paper, WEEK, Choice(), NOW, 'lead = "104"\nfirst = ["105"]\nsections = ["副刊"]\n')
    decisions = own_paper / "decisions.toml"
    decisions.write_text(decisions.read_text() + '\n[[withdraw]]\narticle = "104"\ndate = 2026-02-10\n')
    built(own_paper, tmp_path / "site")
    assert (tmp_path / "site/letters/2021-W06/index.html").is_file()


FULL = copy.deepcopy(JSON_FEED)
FULL["properties"] |= {"description": {"type": "string"}}
FULL["properties"]["items"]["items"]["properties"] |= {
    "summary": {"type": "string"},
    "content_html": {"type": "string", "minLength": 1},
    "attachments": {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["url", "mime_type"],
            "properties": {"url": {"type": "string", "format": "uri"}, "mime_type": {"type": "string"}},
            "additionalProperties": False,
        },
    },
}
FULL["properties"]["items"]["items"]["required"] = [
    one for one in FULL["properties"]["items"]["items"].get("required", []) if one != "content_text"
]
WHOLE = RELAX.replace(
    '<optional><element name="summary"><text/></element></optional>',
    '<optional><element name="summary"><text/></element></optional>'
    '<element name="content"><attribute name="type"><value>html</value></attribute><ref name="common"/><text/></element>',
).replace(
    '<optional><element name="generator">',
    '<optional><element name="subtitle"><text/></element></optional><optional><element name="generator">',
)


@pytest.mark.parametrize("url", [BASE, ""])
def test_the_feeds_keep_to_their_schemas_newest_first(weekly: Path, tmp_path: Path, url: str) -> None:
    shutil.copytree(weekly, tmp_path / "paper")
    publish(tmp_path / "paper")
    built(tmp_path / "paper", tmp_path / "site", url=url)
    feed = lxml.etree.parse(str(tmp_path / "site/letters/atom.xml"))
    schema = lxml.etree.RelaxNG(lxml.etree.fromstring(WHOLE))
    assert schema.validate(feed), schema.error_log
    ids = [e.text for e in feed.iter(f"{ATOM}id")]
    assert len(set(ids)) == 4
    titles = [e.findtext(f"{ATOM}title") for e in feed.iter(f"{ATOM}entry")]
    assert titles[2] == "渡輪的一周"
    assert [e.findtext(f"{ATOM}published") for e in feed.iter(f"{ATOM}entry")] == [
        "2026-02-20T00:00:00+08:00",
        "2026-02-16T00:00:00+08:00",
        "2026-02-09T00:00:00+08:00",
    ]
    said = json.loads(read(tmp_path / "site", "letters/feed.json"))
    jsonschema.validate(said, FULL, format_checker=jsonschema.FormatChecker())
    assert [item["id"] for item in said["items"]] == ids[1:]
    content = said["items"][2]["content_html"]
    assert "由檔案整理者編成，並非報社所出。" in content
    links = lxml.html.fragment_fromstring(content, create_parent=True).xpath(".//a/@href")
    assert len(links) == 20
    for link in links:
        file = link.removeprefix(BASE) if url else link.removeprefix("../")
        assert file != link
        assert (tmp_path / "site" / file).is_file()


@pytest.mark.needs("java", "node_modules/vnu-jar/build/dist/vnu.jar")
def test_the_html_checker_finds_no_error_on_letter_pages(lettered: Path) -> None:
    jar = TESTS / "node_modules/vnu-jar/build/dist/vnu.jar"
    run = subprocess.run(
        [
            "java",
            "-Xss2m",
            "-jar",
            str(jar),
            "--errors-only",
            "--format",
            "json",
            "--skip-non-html",
            str(lettered / "letters"),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    messages = json.loads(run.stderr)["messages"]
    assert {(m["message"], Path(m.get("url", "")).name) for m in messages} == set()


def test_what_is_kept_is_read_back_as_it_was_chosen(own_paper: Path) -> None:
    publish(own_paper)
    first, second, third = kept.every(own_paper)
    assert [str(one.week) for one in (first, second, third)] == ["2001-W01", "2021-W06", "2021-W07"]
    assert second.published == date(2026, 2, 9)
    assert (second.choice.note, second.choice.picks.lead) == ("**編者**的話", "104")
    assert (third.choice.language, third.choice.years_ago, third.choice.kept) == ("en", 5, True)
    kept.keep(own_paper, WEEK, second.choice, NOW.replace(day=28), None)
    assert kept.find(own_paper, WEEK).published == date(2026, 2, 9), "the day of its first publishing"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("published = 2026-02-09\nlanguge = 'en'", "unknown key 'languge'"),
        ("published = 'today'", "published is not of its kind"),
        ("language = 'en'", "does not say when"),
        ("published = [", "cannot be read"),
        ("published = 2026-02-09\nlanguage = 'fr'", "does not speak"),
    ],
)
def test_a_kept_letter_that_a_person_broke_is_refused_naming_file_and_key(
    own_paper: Path, text: str, told: str
) -> None:
    (own_paper / "letters/2021-W06").mkdir(parents=True)
    (own_paper / "letters/2021-W06/letter.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadInstruction, match=told):
        kept.every(own_paper)


def test_a_folder_named_for_no_week_is_refused(own_paper: Path) -> None:
    (own_paper / "letters/2021-W53").mkdir(parents=True)
    (own_paper / "letters/2021-W53/letter.toml").write_text("published = 2026-02-09", encoding="utf-8")
    with pytest.raises(BadInstruction, match="named for no week"):
        kept.every(own_paper)


def test_three_hundred_hostile_strings_stay_words_on_letter_pages_in_feeds_and_in_the_mail(tmp_path: Path) -> None:
    tricks = hostile.strings(300)
    for number in range(60):
        title, section, name, text, note = tricks[number * 5 : number * 5 + 5]
        one = weeklies.record(number + 1, weeklies.at(number % 7))
        weeklies.put(
            tmp_path, replace(one, title=title, category=section, author=name, authors=(), body=f"{text}\n\n{note}")
        )
    note = "\n\n".join(tricks[::6])
    kept.keep(tmp_path, WEEK, Choice(note=note), NOW, f"title = {json.dumps(tricks[7])}\n")
    built(tmp_path, tmp_path / "site")
    for page in ("letters/index.html", "letters/2021-W06/index.html"):
        assert list(dom.troubles(read(tmp_path / "site", page), page)) == []
    feed = lxml.etree.parse(str(tmp_path / "site/letters/atom.xml"))
    (content,) = feed.iter(f"{ATOM}content")
    whole = lxml.html.document_fromstring(f"<body>{content.text}</body>")
    bad = {"script", "iframe", "img", "svg", "style", "form", "object", "embed", "base", "meta", "link", "input"}
    assert not bad & {e.tag for e in whole.iter() if isinstance(e.tag, str)}
    assert not [k for e in whole.iter() for k in e.attrib if k.startswith("on") or k == "style"]
    assert all(h.startswith(("https://", "http://", "mailto:")) for h in whole.xpath("//a/@href"))
    assert json.loads(read(tmp_path / "site", "letters/feed.json"))["items"][0]["content_html"] == content.text
