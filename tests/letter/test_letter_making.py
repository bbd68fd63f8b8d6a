"""``backissue letter``: the folder it fills, what it tells, what it refuses, and the schedule."""

from __future__ import annotations

import email
import email.policy
import json
import re
import shlex
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import lxml.html
import pytest
import weeklies

from backissue import cli, disk, outlets
from backissue.model import BadInstruction, BrokenWorld
from backissue.publish.letter import mail
from backissue.publish.letter.schedule import schedule
from backissue.publish.letter.week import Week

Maker = Callable[..., Any]
FILES = ["letter.eml", "letter.epub", "letter.html", "letter.txt"]


@pytest.fixture
def with_outlet(own_paper: Path) -> Path:
    (own_paper / "outlet.toml").write_text(outlets.dumps(weeklies.OUTLET), encoding="utf-8")
    return own_paper


def run(*words: object) -> int:
    return cli.run([str(word) for word in words])


def test_four_files_that_say_the_same(weekly: Path, made: Maker, tmp_path: Path) -> None:
    done = made(weekly)
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == FILES
    assert done.files == {p.name: p.stat().st_size for p in (tmp_path / "out").iterdir()}
    page = lxml.html.document_fromstring((tmp_path / "out/letter.html").read_text("utf-8")).text_content()
    text = (tmp_path / "out/letter.txt").read_text("utf-8").replace("\n", "")
    message = email.message_from_bytes((tmp_path / "out/letter.eml").read_bytes(), policy=email.policy.default)
    sent = message.get_body(("html",)).get_content()  # type: ignore[union-attr]
    with zipfile.ZipFile(tmp_path / "out/letter.epub") as book:
        nav = book.read("EPUB/nav.xhtml").decode()
    for item in done.letter.items:
        bare = re.sub(r"\s", "", item.title)
        for form in (page, text, sent, nav):
            assert bare in re.sub(r"\s", "", form)


def test_the_same_clock_makes_the_same_bytes(weekly: Path, made: Maker, tmp_path: Path) -> None:
    made(weekly, out=tmp_path / "a")
    made(weekly, out=tmp_path / "b")
    for name in FILES:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes(), name


def test_the_draft_is_nobodys_and_send_can_read_it(weekly: Path, made: Maker, tmp_path: Path) -> None:
    done = made(weekly)
    letter = mail.read(tmp_path / "out")
    assert letter.subject == done.letter.title
    assert mail.UNSUBSCRIBE in letter.html
    assert mail.UNSUBSCRIBE in letter.text
    raw = (tmp_path / "out/letter.eml").read_bytes().decode("ascii")
    head = raw.partition("\r\n\r\n")[0]
    assert {a.partition("@")[2].strip(">") for a in re.findall(r"[\w.-]+@[\w.-]+>?", head)} <= {
        "example.invalid",
        "letter.invalid",
    }
    assert "https://unsubscribe.invalid/" in head
    message = email.message_from_bytes((tmp_path / "out/letter.eml").read_bytes(), policy=email.policy.default)
    assert str(message["From"]) == "晨霧報檔案 <letter@example.invalid>", "the archive's, never the dead paper's own"


def test_the_message_id_is_the_letters_own_and_outlives_making_it_again(
    weekly: Path, made: Maker, tmp_path: Path
) -> None:
    def named(**wish: object) -> str:
        made(weekly, **wish)
        return mail.read(tmp_path / "out").id

    first = named()
    assert named() == first
    assert len({first, named(language="en"), named(years_ago=5), named(week=Week(2021, 7))}) == 4


BAD = "x\x00\r\n\x1c\u2028Bcc: all@example.org\r\n\r\nbody"


def test_an_editors_hostile_title_and_ten_kilobytes_of_it_break_no_header(
    weekly: Path, made: Maker, tmp_path: Path
) -> None:
    picks = tmp_path / "picks.toml"
    for title in (BAD, "長" * 10_240, '"quoted" <a@b.example>'):
        picks.write_text(f"title = {json.dumps(title)}\npreheader = {json.dumps(title)}\n", encoding="utf-8")
        done = made(weekly, picks=picks)
        message = email.message_from_bytes((tmp_path / "out/letter.eml").read_bytes(), policy=email.policy.default)
        assert message["Bcc"] is None
        assert len(message.get_all("Subject") or []) == 1
        assert str(message["Subject"]) == done.letter.title
        assert len(done.letter.title) <= 200
        assert max(len(line) for line in (tmp_path / "out/letter.eml").read_bytes().split(b"\r\n")) <= 998
        assert "\u2028" not in (tmp_path / "out/letter.txt").read_text("utf-8")


def test_a_note_full_of_controls_is_cleaned_in_every_form(weekly: Path, made: Maker, tmp_path: Path) -> None:
    note = tmp_path / "note.md"
    note.write_text("一\x00二\x1c三\u2028四\u202e五\r\n\r\n六", encoding="utf-8")
    made(weekly, note=note)
    for name in ("letter.html", "letter.txt"):
        said = (tmp_path / "out" / name).read_text("utf-8")
        assert not re.search("[\x00-\x08\x0b-\x1f\u2028\u202e]", said), name
    with zipfile.ZipFile(tmp_path / "out/letter.epub") as book:
        assert not re.search("[\x00-\x08\x0b-\x1f\u202e]", book.read("EPUB/front.xhtml").decode())


def test_a_thin_week_is_skipped_by_choice_and_nothing_is_written(weekly: Path, made: Maker, tmp_path: Path) -> None:
    done = made(weekly, Week(2021, 7), skip_thin=True)
    assert done.skipped
    assert not (tmp_path / "out").exists()
    assert "thin week" in done.summary()
    assert made(weekly, Week(2021, 7)).files
    assert made(weekly, Week(2021, 6), skip_thin=True).files


def test_a_full_disk_leaves_the_letter_before_whole(
    weekly: Path, made: Maker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(weekly)
    before = {p.name: p.read_bytes() for p in (tmp_path / "out").iterdir()}

    def full(what: str, path: Path) -> None:
        if what == "after write" and path.name == "letter.epub":
            raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(disk, "step", full)
    with pytest.raises(BrokenWorld, match="No space left"):
        made(weekly, language="en")
    assert {p.name: p.read_bytes() for p in (tmp_path / "out").iterdir()} == before


def test_a_letter_is_never_put_where_precious_things_lie(own_paper: Path, made: Maker, tmp_path: Path) -> None:
    for out in (own_paper, own_paper / "archive", own_paper / "archive/x", own_paper / "captures"):
        with pytest.raises(BadInstruction):
            made(own_paper, out=out)
    (tmp_path / "file").write_text("x")
    with pytest.raises(BadInstruction, match="no folder"):
        made(own_paper, out=tmp_path / "file")


def test_nothing_of_whoever_made_it_is_in_any_file(own_paper: Path, made: Maker, tmp_path: Path) -> None:
    made(own_paper, publish=True)
    for path in [*(tmp_path / "out").iterdir(), *(own_paper / "letters").rglob("*.toml")]:
        data = path.read_bytes()
        if path.suffix == ".epub":
            with zipfile.ZipFile(path) as book:
                data = b"".join(book.read(n) for n in book.namelist())
        assert str(tmp_path).encode() not in data


# The command


def test_the_command_makes_the_fullest_week_and_tells_what_it_did(
    with_outlet: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("letter", "-C", with_outlet, "--week", "fullest", "--out", tmp_path / "out") == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert "2021-W06: 18 articles are held, 2 are known to be lost." in told.err
    assert "letter.epub" in told.err
    assert run("letter", "-C", with_outlet, "--on", "2021-02-14", "--out", tmp_path / "out", "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["week"], said["held"], said["lost"], said["thin"]) == ("2021-W06", 18, 2, False)
    assert sorted(said["files"]) == FILES


def test_a_published_letter_is_made_again_as_it_was_chosen(
    with_outlet: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "picks.toml").write_text('lead = "104"\n', encoding="utf-8")
    (tmp_path / "note.md").write_text("一封信", encoding="utf-8")
    assert run("letter", "-C", with_outlet, "--week", "2021-W06", "--picks", tmp_path / "picks.toml", "--note", tmp_path / "note.md", "--publish") == 0  # fmt: skip
    assert "Published:" in capsys.readouterr().err
    assert run("letter", "-C", with_outlet, "--week", "2021-W06", "--out", tmp_path / "out") == 0
    page = (tmp_path / "out/letter.html").read_text("utf-8")
    assert "一封信" in page
    assert page.index("/article/104/") < page.index("/article/103/")


@pytest.mark.parametrize(
    "words",
    [
        ["--out", "x"],
        ["--week", "2021-W06", "--on", "2021-02-14", "--out", "x"],
        ["--week", "2021-W06"],
        ["--week", "2021-W53", "--out", "x"],
        ["--on", "2021-02-29", "--out", "x"],
        ["--years-ago", "0", "--out", "x"],
        ["--week", "2021-W06", "--out", "x", "--language", "fr"],
        ["--week", "2021-W06", "--out", "x", "--picks", "nowhere.toml"],
        ["--week", "2021-W06", "--schedule", "--out", "/x"],
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_written(
    with_outlet: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("letter", "-C", with_outlet, *words) == 2
    assert capsys.readouterr().err
    assert not (tmp_path / "x").exists()


def test_years_ago_looks_at_the_clock_in_the_papers_zone(
    with_outlet: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    year = datetime.now(UTC).year
    assert run("letter", "-C", with_outlet, "--years-ago", "3", "--out", tmp_path / "out", "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert year - 4 <= int(said["week"][:4]) <= year - 2
    assert "3年前的這一周" in said["title"]


# The schedule


def test_a_schedule_runs_every_monday_in_the_papers_zone_with_the_paths_given(
    with_outlet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("letter", "-C", with_outlet, "--years-ago", "5", "--out", "/srv/letter", "--publish", "--schedule") == 0
    told = capsys.readouterr().out
    assert "OnCalendar=Mon *-*-* 07:00:00 Asia/Hong_Kong" in told
    assert f"ExecStart=/usr/bin/env backissue letter -C {with_outlet} --years-ago 5 --out /srv/letter --publish" in told
    assert "CRON_TZ=Asia/Hong_Kong\n0 7 * * 1 backissue letter" in told


def test_paths_in_a_schedule_are_whole_and_quoted_for_each_program() -> None:
    odd = Path('/srv/l\'été "x" 100% $HOME;#')
    made = schedule(["--out", str(odd)], paths=[odd], zone="UTC").files
    line = made["crontab"].splitlines()[1]
    assert shlex.split(line.replace("\\%", "%"))[5:] == ["backissue", "letter", "--out", str(odd)]
    assert re.search(r"(?<!\\)%", line) is None, "cron takes a bare % for a line's end"
    start = next(x for x in made["backissue-letter.service"].splitlines() if x.startswith("ExecStart="))
    assert start.endswith('--out "/srv/l\'été \\"x\\" 100%% $$HOME;#"')
    for path in (Path("letter"), Path("/srv/a\nb")):
        with pytest.raises(BadInstruction):
            schedule([], paths=[path], zone="UTC")


# Pictures in the mail


def test_pictures_are_in_no_mail_unless_asked_and_then_travel_in_it(weekly: Path, made: Maker, tmp_path: Path) -> None:
    made(weekly)
    assert "<img" not in mail.read(tmp_path / "out").html
    assert mail.read(tmp_path / "out").pictures == ()
    made(weekly, images=True)
    letter = mail.read(tmp_path / "out")
    shown = re.findall(r'<img src="cid:([^"]+)"', letter.html)
    assert 1 <= len(shown) <= 6
    assert {one.cid for one in letter.pictures} == set(shown)
    for one in letter.pictures:
        assert one.kind == "image/png"
        assert one.data.startswith(b"\x89PNG")
    page = lxml.html.fromstring((tmp_path / "out/letter.html").read_bytes())
    for src in page.xpath("//img/@src"):
        assert (tmp_path / "out" / src).read_bytes() in {one.data for one in letter.pictures}


def test_a_readers_own_message_carries_the_pictures_beside_its_html(weekly: Path, made: Maker, tmp_path: Path) -> None:
    made(weekly, images=True)
    letter = mail.read(tmp_path / "out")
    ready = mail.prepare(
        letter.subject, letter.html, letter.text, "l@example.org", "l.example.org", pictures=letter.pictures
    )
    sent = ready.to(
        "r@example.org", unsubscribe="https://l.example.org/unsubscribe/x", message_id="a@b.example", date=letter.date
    )
    message = email.message_from_bytes(sent.as_bytes(), policy=email.policy.default)
    assert message.get_content_type() == "multipart/alternative"
    plain, related = message.iter_parts()
    assert (plain.get_content_type(), related.get_content_type()) == ("text/plain", "multipart/related")
    html, *pictures = related.iter_parts()
    assert "https://l.example.org/unsubscribe/x" in html.get_content()
    assert {p["Content-ID"].strip("<>") for p in pictures} == set(re.findall(r'src="cid:([^"]+)"', html.get_content()))
    assert [p.get_content() for p in pictures] == [one.data for one in letter.pictures]


def test_a_picture_that_is_large_or_none_stays_out_of_the_mail(own_paper: Path, made: Maker, tmp_path: Path) -> None:
    for path in (own_paper / "archive/media").rglob("*.png"):
        path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"x" * 300_000)
    made(own_paper, images=True)
    assert mail.read(tmp_path / "out").pictures == ()
    for path in (own_paper / "archive/media").rglob("*.png"):
        path.write_bytes(b"<html>")
    made(own_paper, images=True)
    assert "<img" not in mail.read(tmp_path / "out").html
