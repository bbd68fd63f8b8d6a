"""The lists: who is on them, who never comes back, and what of it can be read by others."""

from __future__ import annotations

import json
import os
import stat
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import post
import pytest
from post import CONSENT, TODAY, Place

from backissue.model import BadInstruction, BrokenWorld
from backissue.subscribers import book as books
from backissue.subscribers import rolls, vault
from backissue.subscribers.book import READERS, SUPPORTERS, Row
from backissue.subscribers.events import Event, Events, Kind
from backissue.subscribers.rolls import State, Support
from torture.crash import DEATH, in_child

NOON = datetime(2026, 2, 14, 12, tzinfo=UTC)


@pytest.fixture
def place(tmp_path):
    return Place(tmp_path)


def asked(place, kind, about, at=NOON, language="en"):
    assert Events(place.folder).take(Event(kind, about, at, language))


def sealed(place, name):
    """Bytes within the seal; age adds some of its own, by lot."""
    return len(vault.Key.of(place.key, place.folder).open((place.folder / name).read_bytes()))


def one(place, address="jo@example.org", today=TODAY):
    with place.book(today) as book:
        return book.readers.find(address)


def token(place, purpose, address="jo@example.org"):
    with place.book() as book:
        return book.readers.token(purpose, book.readers.find(address))


def test_a_new_list_is_sealed_and_its_owners_alone(place):
    place.fill(["canary@example.org"])
    for path in [place.folder, *place.folder.rglob("*"), place.key]:
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path
    assert (place.folder / "readers.age").read_bytes().startswith(b"age-encryption.org/v1\n")
    assert all(b"canary" not in p.read_bytes() for p in place.folder.rglob("*") if p.is_file())


def test_a_lists_size_says_nothing_of_how_many_are_on_it(place):
    sizes = set()
    for n in range(40):
        place.fill([f"reader-{n}@example.org"])
        sizes.add(sealed(place, "readers.age"))
    assert sizes == {16_384}


def test_somebody_signs_up_confirms_and_leaves_by_what_the_server_was_asked(place):
    asked(place, Kind.SIGN_UP, "Jo@Example.org")
    person = one(place)
    assert (person.address, person.state, person.language, person.asked, person.consent) == (
        "Jo@example.org",
        State.PENDING,
        "en",
        TODAY,
        None,
    )
    yes, no = token(place, "confirm"), token(place, "unsubscribe")
    asked(place, Kind.CONFIRM, yes)
    person = one(place)
    assert (person.state, person.asked, person.consent) == (State.ACTIVE, None, TODAY)
    asked(place, Kind.UNSUBSCRIBE, no)
    assert one(place) is None
    assert list((place.folder / "events").iterdir()) == []


def test_tokens_have_128_bits_and_none_is_stored(place):
    place.fill(["jo@example.org"])
    with place.book() as book:
        made = [book.readers.token(purpose, p) for p in book.readers for purpose in ("confirm", "unsubscribe")]
        stored = book.readers.to_json().decode()
    assert all(rolls.is_token(t) for t in made)
    assert len(set(made)) == 2
    assert not any(t in stored for t in made)


@pytest.mark.parametrize("wrong", ["A" * 22, "", "x", "A" * 22 + "\r\n", "ï" * 22, "A" * 400])
def test_a_token_of_nobody_changes_nothing(place, wrong):
    place.fill(["jo@example.org"])
    asked(place, Kind.UNSUBSCRIBE, wrong[:200])
    asked(place, Kind.CONFIRM, wrong[:200])
    assert one(place).state is State.ACTIVE


def test_a_token_to_confirm_is_none_to_leave_and_the_other_way_round(place):
    asked(place, Kind.SIGN_UP, "jo@example.org")
    yes, no = token(place, "confirm"), token(place, "unsubscribe")
    asked(place, Kind.CONFIRM, no)
    asked(place, Kind.UNSUBSCRIBE, yes)
    assert one(place).state is State.PENDING


def test_no_import_brings_back_who_left_in_any_spelling_or_list(place):
    place.fill(["jo@example.org"])
    with place.book() as book:
        assert book.leave("JO@Example.org") == "removed"
        assert "jo@example.org" not in book.readers.to_json().decode()
    with place.book() as book:
        support = Support(CONSENT, None, gift=True)
        assert book.take(Row("Jo@example.org", CONSENT), READERS) == "left"
        assert book.take(Row("jo@EXAMPLE.org", CONSENT, support=support), SUPPORTERS) == "left"
        assert book.ask("jO@example.org", myself=False) == "left"
        assert book.receivers() == []


def test_who_left_comes_back_only_by_asking_and_saying_yes(place):
    place.fill(["jo@example.org"])
    with place.book() as book:
        book.leave("jo@example.org")
    asked(place, Kind.SIGN_UP, "jo@example.org")
    with place.book() as book:
        assert book.receivers() == []
        assert book.take(Row("jo@example.org", CONSENT), READERS) == "left"
    asked(place, Kind.CONFIRM, token(place, "confirm"))
    with place.book() as book:
        assert [p.address for _, p in book.receivers()] == ["jo@example.org"]
        assert not book.readers.left
        assert not book.supporters.left


def test_a_purge_forgets_even_that_somebody_left(place):
    place.fill(["jo@example.org", "bo@example.org"])
    with place.book() as book:
        book.leave("jo@example.org")
        assert book.purge("jo@example.org") == "purged"
        assert book.purge("bo@example.org") == "purged"
        assert book.purge("bo@example.org") == "unknown"
        assert not book.readers.left
        assert book.take(Row("jo@example.org", CONSENT), READERS) == "added"


def test_who_bounced_is_not_brought_back_by_an_import(place):
    place.fill(["jo@example.org"])
    with place.book() as book:
        assert book.bounce("jo@example.org") == "bounced"
        assert book.bounce("jo@example.org") == "already"
        assert book.take(Row("jo@example.org", CONSENT), READERS) == "already"
        assert book.receivers() == []


def test_leaving_one_list_is_leaving_both(place):
    place.fill(["jo@example.org"])
    place.fill(["jo@example.org"], SUPPORTERS, support=Support(CONSENT, None, gift=True))
    asked(place, Kind.UNSUBSCRIBE, token(place, "unsubscribe"))
    with place.book() as book:
        assert book.receivers() == []
        assert not list(book.supporters)


def test_a_request_nobody_confirms_is_forgotten_and_cannot_be_used_to_pester(place):
    asked(place, Kind.SIGN_UP, "jo@example.org")
    first = one(place)
    asked(place, Kind.SIGN_UP, "jo@example.org")
    assert one(place, today=TODAY + timedelta(days=6)) == first
    asked(place, Kind.SIGN_UP, "jo@example.org")
    assert one(place, today=TODAY + timedelta(days=8)).asked == TODAY + timedelta(days=8)
    assert one(place, today=TODAY + timedelta(days=30)) is None


def test_events_are_all_of_one_size_and_cannot_be_read_without_the_key(place):
    asked(place, Kind.SIGN_UP, "canary@example.org")
    asked(place, Kind.SIGN_UP, "c" * 60 + "@" + "example." * 20 + "org")
    asked(place, Kind.UNSUBSCRIBE, "A" * 22)
    files = list((place.folder / "events").iterdir())
    assert {sealed(place, f"events/{p.name}") for p in files} == {512}
    assert not any(b"canary" in p.read_bytes() for p in files)


def test_a_strange_file_among_the_events_is_left_alone_and_counted(place):
    (place.folder / "events" / "strange.age").write_bytes(b"nothing of ours")
    with books.opened(place.folder, place.key, TODAY) as (_, folded):
        assert folded["strange file, left alone"] == 1
    assert (place.folder / "events" / "strange.age").exists()


def test_events_taken_in_before_a_death_are_not_taken_in_again(place, monkeypatch):
    asked(place, Kind.SIGN_UP, "jo@example.org", NOON)
    yes = token(place, "confirm")
    asked(place, Kind.CONFIRM, yes, NOON)
    asked(place, Kind.SIGN_UP, "bo@example.org", NOON + timedelta(minutes=1))
    kept = {p: p.read_bytes() for p in (place.folder / "events").iterdir()}
    assert one(place).state is State.ACTIVE
    with place.book() as book:
        book.leave("jo@example.org")
        book.purge("bo@example.org")
        book.readers.folded = tuple(p.name for p in kept)
    for path, data in kept.items():  # the death came before they were removed
        path.write_bytes(data)
    assert one(place) is None
    assert one(place, "bo@example.org") is None


def test_a_death_at_any_step_of_taking_in_what_was_asked_loses_nothing(tmp_path):
    def prepared(root):
        place = Place(root)
        for name, more in ((READERS, {}), (SUPPORTERS, {"support": Support(CONSENT, None, gift=True)})):
            place.fill(["jo@example.org", "stays@example.org"], name, **more)
        asked(place, Kind.SIGN_UP, "bo@example.org", NOON - timedelta(hours=1))
        with place.book() as book:
            yes = book.readers.token("confirm", book.readers.find("bo@example.org"))
            leave = book.supporters.token("unsubscribe", book.supporters.find("jo@example.org"))
        for kind, about in ((Kind.CONFIRM, yes), (Kind.UNSUBSCRIBE, leave), (Kind.SIGN_UP, "new@example.org")):
            asked(place, kind, about)
        return place

    def fold(place):
        with place.book():
            pass

    whole = prepared(tmp_path / "whole")
    code, steps = in_child(lambda: fold(whole))
    assert code == 0
    assert steps >= 20
    for at in range(1, steps + 1):
        place = prepared(tmp_path / str(at))
        assert in_child(lambda place=place: fold(place), die_at=at)[0] == DEATH
        with place.book() as book:
            assert {p.address: p.state.value for p in book.readers} == {
                "stays@example.org": "active",
                "bo@example.org": "active",
                "new@example.org": "pending",
            }, at
            assert [p.address for p in book.supporters] == ["stays@example.org"], at
            assert book.take(Row("jo@example.org", CONSENT), READERS) == "left"
        assert list((place.folder / "events").iterdir()) == []
        assert not list(place.folder.rglob("*.part"))


def test_too_many_events_of_one_kind_leave_room_for_those_who_leave(place, monkeypatch):
    from backissue.subscribers import events

    monkeypatch.setattr(events, "_MOST", {"sign-up": 2, "confirm": 3, "unsubscribe": 4})
    taking = Events(place.folder)
    assert [taking.take(Event(Kind.SIGN_UP, f"r{n}@example.org", NOON)) for n in range(4)] == [True, True, False, False]
    assert [taking.take(Event(Kind.UNSUBSCRIBE, "A" * 22, NOON)) for n in range(4)] == [True, True, False, False]


@pytest.mark.parametrize(
    "inside", ["outlet.toml", "archive/ledger/x", "archive/articles/x", ".git/HEAD", ".backissue-site"]
)
def test_a_list_or_a_key_inside_a_papers_folder_a_site_or_a_git_work_tree_is_refused(tmp_path, inside):
    (tmp_path / "paper" / inside).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / "paper" / inside).touch()
    with pytest.raises(BadInstruction, match="would lie in"):
        books.begin(tmp_path / "paper" / "deep" / "list", tmp_path / "key")
    with pytest.raises(BadInstruction, match="would lie in"):
        books.begin(tmp_path / "list", tmp_path / "paper" / "work" / "key")
    (tmp_path / "link").symlink_to(tmp_path / "paper")
    with pytest.raises(BadInstruction, match="would lie in"):
        books.begin(tmp_path / "link" / "list", tmp_path / "key")
    assert not (tmp_path / "list").exists()


def test_a_list_that_was_moved_into_a_work_tree_is_not_opened(tmp_path):
    place = Place(tmp_path)
    (tmp_path / ".git").mkdir()
    with pytest.raises(BadInstruction, match="git work tree"), place.book():
        pass


def test_a_key_beside_its_list_or_that_others_may_read_or_of_another_list_is_refused(tmp_path):
    with pytest.raises(BadInstruction, match="beside"):
        books.begin(tmp_path / "list", tmp_path / "list" / "key")
    place, other = Place(tmp_path), Place(tmp_path / "other")
    with pytest.raises(BadInstruction, match="not the key of the list"), books.opened(place.folder, other.key, TODAY):
        pass
    (place.folder / "key").write_bytes(place.key.read_bytes())
    with pytest.raises(BadInstruction, match="beside"), books.opened(place.folder, place.folder / "key", TODAY):
        pass
    place.key.chmod(0o640)
    with pytest.raises(BadInstruction, match="others on this machine"), place.book():
        pass


def test_nothing_there_is_written_over_by_a_new_list(place, tmp_path):
    with pytest.raises(BadInstruction, match="list already"):
        books.begin(place.folder, tmp_path / "key2")
    with pytest.raises(BadInstruction, match="there already"):
        books.begin(tmp_path / "list2", place.key)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "x").touch()
    with pytest.raises(BadInstruction, match="something else"):
        books.begin(tmp_path / "full", tmp_path / "key3")


@pytest.mark.parametrize("how", ["gone", "torn", "swapped", "garbage"])
def test_a_list_that_is_not_whole_stops_all_and_is_not_begun_anew(place, how):
    place.fill(["jo@example.org"])
    path = place.folder / "readers.age"
    data = path.read_bytes()
    if how == "gone":
        path.unlink()
    else:
        path.write_bytes(
            {"torn": data[:-10], "swapped": (place.folder / "supporters.age").read_bytes(), "garbage": b"x"}[how]
        )
    with pytest.raises(BrokenWorld) as caught, place.book():
        pass
    assert "good copy" in caught.value.hint


def test_a_list_of_a_later_version_is_not_touched(place):
    seal, key = vault.Seal.of(place.folder), vault.Key.of(place.key, place.folder)
    path = place.folder / "readers.age"
    value = json.loads(key.open(path.read_bytes()))
    path.write_bytes(seal.close(json.dumps(value | {"version": 2}).encode()))
    with pytest.raises(BrokenWorld, match="later version"), place.book():
        pass


def test_a_run_that_fails_changes_no_list(place):
    before = {p: p.read_bytes() for p in place.folder.glob("*.age")}

    def fails():
        with place.book() as book:
            book.ask("jo@example.org", myself=False)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails()
    assert {p: p.read_bytes() for p in place.folder.glob("*.age")} == before


def test_people_and_keys_are_not_shown_where_they_are_printed(place):
    place.fill(["canary@example.org"])
    with place.book() as book:
        (person,) = book.readers
        said = repr(
            [
                person,
                book.readers,
                vault.Key.of(place.key, place.folder),
                Event(Kind.SIGN_UP, "canary@example.org", NOON),
            ]
        )
    secret = next(x for x in place.key.read_text().splitlines() if x.startswith("AGE-SECRET"))
    assert "canary" not in said
    assert secret not in said
    assert book.readers.key.hex() not in said


def test_a_supporter_is_in_force_to_the_last_day_and_a_gift_without_end_for_good():
    paid = Support(date(2025, 1, 1), date(2026, 1, 31))
    assert paid.holds(date(2026, 1, 31))
    assert not paid.holds(date(2026, 2, 1))
    assert Support(date(2025, 1, 1), None, gift=True).holds(date(2099, 1, 1))
    assert not Support(date(2025, 1, 1)).holds(date(2025, 1, 2))


def test_a_list_survives_its_json(place):
    with place.book() as book:
        book.take(Row("a@example.org", CONSENT, "en", State.BOUNCED), READERS)
        book.ask("b@example.org", "zh-Hant", myself=True)
        book.take(Row("c@example.org", CONSENT, None, State.ACTIVE, Support(CONSENT, TODAY, gift=True)), SUPPORTERS)
        book.leave("d@example.org")
        for roll in book.rolls:
            again = rolls.Roll.from_json(roll.to_json(), roll.name)
            assert again.to_json() == roll.to_json()
            assert [replace(p) for p in again] == sorted(roll, key=lambda p: p.id)


def test_the_room_of_the_site_knows_nothing_of_subscribers():
    import ast

    import backissue

    src = Path(backissue.__file__).parent
    for path in [
        *(src / "publish" / "site").rglob("*.py"),
        *(src / "publish" / "render").rglob("*.py"),
        *(src / "pipeline").rglob("*.py"),
    ]:
        names = {n.module or "" for n in ast.walk(ast.parse(path.read_text())) if isinstance(n, ast.ImportFrom)}
        assert not any("subscribers" in n for n in names), path


def test_no_run_changes_the_mask_of_what_others_may_read(place):
    before = os.umask(0o022)
    try:
        place.fill(["jo@example.org"])
        assert os.umask(0o022) == 0o022
    finally:
        os.umask(before)
    assert post.TODAY
