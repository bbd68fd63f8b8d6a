"""Which articles a week has, found without reading the others."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import weeklies

from backissue.archive.archive import Archive
from backissue.publish.letter.index import Index, open_index
from backissue.publish.letter.week import Week
from backissue.publish.site.stock import Stock

WEEK = Week(2021, 6)


def opened(folder: Path, read: list[int] | None = None) -> Index:
    return open_index(Stock(folder), weeklies.OUTLET, (read.append if read is not None else lambda _: None))


def test_a_week_has_its_articles_and_no_others(weekly: Path) -> None:
    with opened(weekly) as index:
        ids = {e.id for e in index.week(WEEK)}
        assert ids == {str(n) for n in range(100, 118) if n != 107} | {"95"}
        assert [e.id for e in index.week(Week(2021, 5))] == ["90"], "Sunday 23:00 is still the week before"
        assert [e.id for e in index.week(Week(2021, 7))] == ["190"], "Monday 00:00 is the week after"
        assert index.week(Week(2001, 1)) == []
        assert index.busiest() == WEEK


def test_an_article_dated_only_between_two_days_of_one_week_stands_in_that_week(weekly: Path, tmp_path: Path) -> None:
    with opened(weekly) as index:
        assert index.week_of("95") == WEEK
    shutil.copytree(weekly, tmp_path / "p")
    record = Archive(tmp_path / "p").read("95")
    assert record
    assert record.published_between
    weeklies.put(
        tmp_path / "p", replace(record, published_between=(record.published_between[0], weeklies.at(9).date()))
    )
    with opened(tmp_path / "p") as index:
        assert index.week_of("95") is None, "nobody knows in which of two weeks"


def test_links_are_counted_once_an_article_through_old_addresses_too(weekly: Path) -> None:
    with opened(weekly) as index:
        links = {e.id: e.links for e in index.week(WEEK)}
    assert links["103"] == 4, "from 101, 102, 105 and 90, by the id in an address it never had"
    assert links["104"] == 2
    assert sum(links.values()) == 6


def test_a_picture_is_no_link_and_an_article_does_not_link_to_itself(own_paper: Path) -> None:
    archive = Archive(own_paper)
    one = archive.read("112")
    assert one
    address = "https://www.morningmist.example/article/{}/x"
    body = f"![x]({address.format(113)})\n\n[x]({address.format(112)})\n\n[y]({address.format(114)}) [z]({address.format(114)})"
    weeklies.put(own_paper, replace(one, body=body))
    with opened(own_paper) as index:
        links = {e.id: e.links for e in index.week(WEEK)}
    assert (links["112"], links["113"], links["114"]) == (0, 0, 1)


def test_an_address_of_the_paper_is_found_by_itself_and_by_the_id_in_it(weekly: Path) -> None:
    with opened(weekly) as index:
        assert index.find("http://morningmist.example/article/103/anything?x=1") == "articles/2021/02/103"
        assert (
            index.find("https://web.archive.org/web/2020/https://www.morningmist.example/article/103")
            == "articles/2021/02/103"
        )
        assert index.find("https://elsewhere.example/article/103/x") is None
        assert index.find("https://www.morningmist.example/article/107/x") is None, "withdrawn"
        assert index.find("https://www.morningmist.example/article/9002/x") == "articles/2021/02/102", "a revision"


def test_nothing_is_read_twice_and_only_what_changed_is_read_again(own_paper: Path) -> None:
    shutil.rmtree(own_paper / "work", ignore_errors=True)
    read: list[int] = []
    opened(own_paper, read).close()
    assert len(read) == 21
    read.clear()
    opened(own_paper, read).close()
    assert read == []
    record = Archive(own_paper).read("112")
    assert record
    weeklies.put(own_paper, replace(record, published=weeklies.at(8), date="2021-02-16"))
    (own_paper / "archive/articles/2021/02/113.md").unlink()
    with opened(own_paper, read) as index:
        assert len(read) == 1
        assert {"112", "113"}.isdisjoint(e.id for e in index.week(WEEK))
        assert index.week_of("112") == Week(2021, 7)


def test_a_changed_decision_concerns_only_the_article_it_names(own_paper: Path) -> None:
    opened(own_paper).close()
    path = own_paper / "decisions.toml"
    path.write_text(
        path.read_text()
        + '\n[[withdraw]]\narticle = "9002"\ndate = 2026-01-02\n\n[[correct]]\narticle = "111"\ndate = 2026-01-02\nset = { published = 2021-02-20 }\n'
    )
    read: list[int] = []
    with opened(own_paper, read) as index:
        assert len(read) == 2, "102, by the id of its revision, and 111"
        assert {"102", "111"}.isdisjoint(e.id for e in index.week(WEEK))
        assert index.week_of("111") == Week(2021, 7)
    path.unlink()
    with opened(own_paper) as index:
        assert {"102", "107", "111"} <= {e.id for e in index.week(WEEK)}


def test_lost_articles_stand_in_the_week_a_witness_dates_them_in(own_paper: Path) -> None:
    with opened(own_paper) as index:
        assert [one.key for one in index.lost(WEEK)] == ["7777", "7778"], "not the withdrawn one, nor one that is held"
        assert index.lost(Week(2021, 7)) == []
    found = weeklies.record(7777, weeklies.at(2))
    weeklies.put(own_paper, found)
    with opened(own_paper) as index:
        assert [one.key for one in index.lost(WEEK)] == ["7778"], "found, and no longer lost"


@pytest.mark.parametrize("harm", [b"", b"not a database at all" * 100, None])
def test_a_torn_table_is_made_anew(own_paper: Path, harm: bytes | None) -> None:
    opened(own_paper).close()
    path = own_paper / "work/letter-index.sqlite"
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2] if harm is None else harm)
    with opened(own_paper) as index:
        assert len(index.week(WEEK)) == 18


def test_the_mark_of_a_week_changes_with_its_articles_its_links_its_decisions_and_its_losses(own_paper: Path) -> None:
    def mark() -> str:
        with opened(own_paper) as index:
            return index.mark(WEEK)

    marks = [mark()]
    assert mark() == marks[0]
    record = Archive(own_paper).read("112")
    assert record
    weeklies.put(own_paper, replace(record, title="另一題"))
    marks.append(mark())
    outside = Archive(own_paper).read("190")
    assert outside
    weeklies.put(own_paper, replace(outside, body="[x](https://www.morningmist.example/article/112/x)"))
    marks.append(mark())
    (own_paper / "decisions.toml").unlink()
    marks.append(mark())
    assert len(set(marks)) == 4


def test_several_processes_may_bring_it_up_to_date_at_once(own_paper: Path) -> None:
    shutil.rmtree(own_paper / "work", ignore_errors=True)
    code = (
        "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[2]); import weeklies\n"
        "from backissue.publish.letter.index import open_index; from backissue.publish.letter.week import Week\n"
        "from backissue.publish.site.stock import Stock\n"
        "with open_index(Stock(Path(sys.argv[1])), weeklies.OUTLET) as i: print(len(i.week(Week(2021, 6))))"
    )
    words = [sys.executable, "-c", code, str(own_paper), str(Path(__file__).parent)]
    running = [subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(4)]
    assert [(p.communicate()[0].strip(), p.returncode) for p in running] == [("18", 0)] * 4
