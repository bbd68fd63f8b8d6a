"""The commands: addresses in by standard input, numbers out, and published exit codes."""

from __future__ import annotations

import io
import json

import post
import pytest
from post import Place, a_letter, mailserver

from backissue import cli
from backissue.model import BadInstruction
from backissue.publish.letter import mail
from backissue.subscribers import settings


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    place = Place(tmp_path)

    def run(*args: str, given: bytes | str = b"", code: int = 0) -> str:
        data = given.encode() if isinstance(given, str) else given
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
        done = cli.run([args[0], *args[1:2], "--list", str(place.folder), "--key", str(place.key), *args[2:]])
        said = capsys.readouterr()
        run.err = said.err
        assert done == code, said.err
        return said.out

    run.place = place
    return run


def draft(folder, name="2021-w06"):
    made = mail.prepare("每周時事", post.HTML, post.TEXT, "a <letter@example.org>", "letter.example.org")
    folder.mkdir()
    (folder / "letter.eml").write_bytes(made.draft(message_id=a_letter(name).id, date=post.NOW).as_bytes())
    return str(folder)


def test_people_are_put_down_confirmed_taken_off_and_forgotten(run, tmp_path):
    assert (
        run("subscribers", "add", given="jo@example.org\n\n# a note\nbo@example.org\nnobody\n")
        == "2 added, 1 refused\n"
    )
    assert "line 5: an address has no @" in run.err
    file = tmp_path / "yes.txt"
    file.write_text("jo@example.org\n")
    assert run("subscribers", "confirm", "--on", "2026-01-05", str(file)) == "1 confirmed\n"
    assert run("subscribers", "export").split() == [
        "address,language,consent,state",
        "jo@example.org,,2026-01-05,active",
    ]
    assert run("subscribers", "stats").splitlines()[0] == "readers: 1 pending, 1 active, 0 bounced, 0 left"
    assert json.loads(run("subscribers", "remove", "--json", given="jo@example.org")) == {"removed": 1}
    assert run("subscribers", "add", given="jo@example.org") == "1 left\n"
    assert run("subscribers", "purge", given="jo@example.org\nbo@example.org") == "2 purged\n"
    assert json.loads(run("subscribers", "stats", "--json"))["readers"] == {
        "pending": 0,
        "active": 0,
        "bounced": 0,
        "left": 0,
    }


def test_somebody_is_taken_off_by_the_link_out_of_their_letter(run):
    run.place.fill(["jo@example.org"])
    with run.place.book() as book:
        (person,) = book.readers
        link = run.place.settings.unsubscribe(book.readers.token("unsubscribe", person))
    assert run("subscribers", "remove", given=link) == "1 removed\n"


def test_supporters_have_an_end_or_a_gift_and_their_own_list(run):
    run("subscribers", "add", "--supporter", code=2, given="jo@example.org")
    run("subscribers", "add", "--gift", code=2, given="jo@example.org")
    assert run("subscribers", "add", "--supporter", "--until", "2099-12-31", given="jo@example.org") == "1 added\n"
    assert run("subscribers", "confirm", given="jo@example.org") == "1 confirmed\n"
    assert "in force" in run("subscribers", "stats").splitlines()[1]
    assert run("subscribers", "export", "--supporters").splitlines()[1].startswith("jo@example.org,,")


def test_an_export_goes_to_a_new_file_outside_the_paper_for_its_owner_alone(run, tmp_path):
    run.place.fill(["jo@example.org"])
    out = tmp_path / "out.csv"
    run("subscribers", "export", "--out", str(out))
    assert out.stat().st_mode & 0o077 == 0
    run("subscribers", "export", "--out", str(out), code=2)
    (tmp_path / "paper" / "archive" / "ledger").mkdir(parents=True)
    run("subscribers", "export", "--out", str(tmp_path / "paper" / "out.csv"), code=2)


@pytest.mark.parametrize(
    "args", [("subscribers", "add"), ("subscribers", "stats"), ("subscribers", "import"), ("send", "x")]
)
def test_an_address_as_an_argument_is_refused_and_not_repeated(run, args):
    run(*args, "canary@example.org", code=2)
    assert "canary" not in run.err


def test_bounces_are_told_apart_from_lists_of_addresses(run):
    run.place.fill(["jo@example.org", "bo@example.org"])
    report = "Content-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nFinal-Recipient: rfc822; jo@example.org\nAction: failed\nStatus: 5.1.1\n"
    assert json.loads(run("subscribers", "bounced", "--json", given=report)) == {"files of reports": 1, "bounced": 1}
    assert json.loads(run("subscribers", "bounced", "--json", given="bo@example.org")) == {
        "files of addresses": 1,
        "bounced": 1,
    }


def test_a_letter_is_looked_at_sent_and_gone_on_with(run, tmp_path):
    with mailserver(tmp_path) as server:
        toml = run.place.folder / settings.NAME
        toml.write_text(post.TOML.replace("{port}", str(server.port)))
        run.place.fill(["reader-1@example.net", "once451-1@example.net", "cutend-1@example.net"])
        letter = draft(tmp_path / "letter")
        assert run("send", letter, "--dry-run").startswith("3 eligible = 0 sent + 0 refused + 3 deferred")
        assert run("send", letter, code=3).startswith(
            "3 eligible = 1 sent + 0 refused + 1 deferred + 1 doubtful + 0 unsubscribed.\ndoubtful: "
        )
        assert "run this again" in run.err
        report = json.loads(run("send", letter, "--json", "--strict", code=1))
        assert (report["eligible"], report["sent"], report["doubtful"]) == (3, 2, 1)
        (one,) = report["to_decide"]
        assert len(one["message_id"]) == 32
        assert json.loads(run("send", letter, "--decide", f"{one['id']}=sent", "--json", "--strict"))["sent"] == 3
        run("send", letter, "--test")
        assert sorted(server.to) == [
            "cutend-1@example.net",
            "once451-1@example.net",
            "operator@example.org",
            "reader-1@example.net",
        ]
        run("subscribers", "add", given="new-1@example.net")
        assert run("send", "--pending").startswith("1 eligible = 1 sent")
        run("send", letter, "--pending", code=2)


def test_what_is_missing_is_named(run, tmp_path):
    run("send", str(tmp_path / "nothing"), code=2)
    assert "no letter.eml" in run.err or "there is no" in run.err
    assert cli.run(["serve", "--letters"]) == 2
    assert cli.run(["subscribers", "stats", "--list", str(run.place.folder)]) == 2


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('sendr = "x"', "unknown key 'sendr'"),
        ('rate = "fast"', "rate should be a number"),
        ("rate = 0", "rate is no number"),
        ('language = "fr"', "language is neither"),
        ('url = "http://letters.example.org/"', "url is no https"),
        ('test = "nobody"', "test: an address has no @"),
        ('reply_to = "Name <nobody>"', "reply_to: an address"),
        ('paper = ""', "paper is empty"),
        ("paper = 3", "paper should be text"),
        ('[smtp]\nhost = "mail.example.org"\ntls = "none"', "this machine only"),
        ('[smtp]\nhost = "mail.example.org"\nuser = "x"', "a user and one place"),
        ('[smtp]\nhost = "mail.example.org"\ntls = "ssl"', "not one of starttls"),
        ('[smtp]\nhost = "mail.example.org"\nport = 99999', "port in [smtp] is none"),
        ('[smtp]\nhost = "mail.example.org"\npasword_file = "x"', "unknown key 'pasword_file' in [smtp]"),
        ("[smtp]\nport = 25", "there is no 'host' in [smtp]"),
        ('[[support]]\nname = "x"', "there is no 'url' in [support]"),
        ("= broken", "is no TOML"),
    ],
)
def test_a_configuration_that_cannot_be_is_told_kindly(tmp_path, line, said):
    key = line.split(" ")[0]
    whole = [x for x in ['paper = "x"', 'url = "https://letters.example.org/"'] if not x.startswith(f"{key} ")]
    (tmp_path / settings.NAME).write_text("\n".join([line, *whole] if not line.startswith("[") else [*whole, line]))
    with pytest.raises(BadInstruction) as caught:
        settings.load(tmp_path)
    assert said in str(caught.value)


def test_the_configuration_a_new_list_begins_with_can_be_read_with_every_key_of_it(tmp_path):
    (tmp_path / settings.NAME).write_text(settings.TEMPLATE)
    assert settings.load(tmp_path).sender == "The paper's letter <letter@example.org>"
    every = settings.TEMPLATE.replace("# Where", "").replace("# How the letter", "## How").replace("\n# ", "\n")
    (tmp_path / settings.NAME).write_text(every)
    said = settings.load(tmp_path)
    assert said.relay.port == 587
    assert said.support == (("Where supporters pay", "https://pay.example.org/the-paper"),)


def test_a_password_is_read_from_where_it_lies_and_is_nowhere_else(tmp_path, monkeypatch):
    relay = '[smtp]\nhost = "mail.example.org"\nuser = "x"\n'
    (tmp_path / settings.NAME).write_text(
        f'paper = "x"\nurl = "https://letters.example.org/"\n{relay}password_file = "secret"\n'
    )
    (tmp_path / "secret").write_text("s3cret\n")
    said = settings.load(tmp_path)
    assert said.relay.password() == "s3cret"
    assert "s3cret" not in repr(said)
    (tmp_path / "secret").unlink()
    with pytest.raises(BadInstruction, match="cannot read"):
        said.relay.password()
    (tmp_path / settings.NAME).write_text(
        f'paper = "x"\nurl = "https://letters.example.org/"\n{relay}password_env = "LETTER_SECRET"\n'
    )
    with pytest.raises(BadInstruction, match="LETTER_SECRET"):
        settings.load(tmp_path).relay.password()
    monkeypatch.setenv("LETTER_SECRET", "s3cret")
    assert settings.load(tmp_path).relay.password() == "s3cret"
