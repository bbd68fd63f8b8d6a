"""Sending: at most once, whatever the mail server says; and a sum that always holds."""

from __future__ import annotations

import json
import socket
import subprocess
from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy

import post
import pytest
from post import Place, a_letter, mailserver, pace

from backissue.model import BadInstruction, BrokenWorld
from backissue.publish.letter import sending
from backissue.publish.letter.journal import Fate
from backissue.subscribers.book import READERS, SUPPORTERS, Row
from backissue.subscribers.rolls import State, Support

KINDS = {
    "reader": Fate.SENT, "r550": Fate.REFUSED, "r451": Fate.DEFERRED, "d550": Fate.REFUSED, "d451": Fate.DEFERRED,
    "cutmid": Fate.DOUBTFUL, "cutend": Fate.DOUBTFUL, "once451": Fate.DEFERRED, "r421": Fate.DEFERRED,
}  # fmt: skip


def counted(report):
    said = report.as_json()
    assert said["eligible"] == sum(said[fate.value] for fate in Fate)
    return {fate: said[fate.value] for fate in Fate if said[fate.value]}


@pytest.fixture
def server(tmp_path):
    with mailserver(tmp_path, keep=True) as server:
        yield server


def test_each_answer_has_its_fate_and_the_next_run_tries_again_only_what_may_be(tmp_path, server):
    place = Place(tmp_path, server.port)
    # two talks that break off at most: at three in a row the server is left alone
    place.fill(f"{kind}-{n}@example.net" for kind in KINDS for n in range(1 if kind.startswith("cut") else 3))
    first = place.send()
    assert counted(first) == {Fate.SENT: 3, Fate.REFUSED: 6, Fate.DEFERRED: 12, Fate.DOUBTFUL: 2}
    assert not first.stopped
    assert len(first.doubtful) == 2
    second = place.send()
    assert counted(second) == {Fate.SENT: 6, Fate.REFUSED: 6, Fate.DEFERRED: 9, Fate.DOUBTFUL: 2}
    assert second.doubtful == first.doubtful
    taken = [f"{kind}-{n}@example.net" for kind in ("reader", "once451") for n in range(3)]
    assert sorted(server.to) == ["cutend-0@example.net", *sorted(taken)]


def test_a_cut_before_the_text_is_tried_again_and_a_server_that_only_cuts_is_left_alone(tmp_path, server):
    place = Place(tmp_path, server.port)
    place.fill(f"cutrcpt-{n}@example.net" for n in range(10))
    report = place.send()
    assert "breaks off" in report.stopped
    assert counted(report) == {Fate.DEFERRED: 10}


def test_the_relays_log_tells_of_a_doubtful_one_by_its_message_id_and_a_person_decides(tmp_path, server):
    place = Place(tmp_path, server.port)
    place.fill(["cutend-1@example.net", "cutmid-1@example.net"])
    report = place.send()
    (arrived,) = [message_from_bytes(p.read_bytes(), policy=policy.default) for p in server.keep.iterdir()]
    there = [
        i
        for i, m in report.doubtful.items()
        if arrived["Message-ID"] == f"<{m}@letter.example.org>" or arrived["Message-ID"] == f"<{m}>"
    ]
    (arrived_id,) = there
    (lost_id,) = set(report.doubtful) - {arrived_id}
    with place.book() as book:
        report = sending.resolve(book, place.folder, a_letter(), {arrived_id: "sent", lost_id: "again"})
    assert counted(report) == {Fate.SENT: 1, Fate.DEFERRED: 1}
    assert counted(place.send()) == {Fate.SENT: 1, Fate.DOUBTFUL: 1}
    with place.book() as book, pytest.raises(BadInstruction, match="not doubtful"):
        sending.resolve(book, place.folder, a_letter(), {arrived_id: "again"})
    with place.book() as book:
        assert counted(sending.resolve(book, place.folder, a_letter(), {"all": "refused"})) == {
            Fate.SENT: 1,
            Fate.REFUSED: 1,
        }


def test_who_leaves_while_a_letter_is_under_way_stays_in_the_sum(tmp_path, server):
    place = Place(tmp_path, server.port)
    place.fill(["once451-1@example.net", "once451-2@example.net", "once451-3@example.net", "reader-1@example.net"])
    place.send()
    with place.book() as book:
        book.leave("once451-1@example.net")
        book.purge("once451-2@example.net")
        book.bounce("once451-3@example.net")
        book.leave("reader-1@example.net")
    assert counted(place.send()) == {Fate.SENT: 1, Fate.REFUSED: 1, Fate.UNSUBSCRIBED: 2}
    assert server.to == ["reader-1@example.net"]


def test_every_supporter_in_force_gets_it_once_and_no_other(tmp_path, server):
    place = Place(tmp_path, server.port)
    since = date(2025, 1, 1)
    place.fill(["both-1@example.net", "reader-1@example.net"])
    place.fill(["both-1@Example.net", "paid-1@example.net"], SUPPORTERS, support=Support(since, post.TODAY))
    place.fill(["gift-1@example.net"], SUPPORTERS, support=Support(since, None, gift=True))
    place.fill(
        [
            "lapsed-1@example.net",
        ],
        SUPPORTERS,
        support=Support(since, date(2026, 2, 13)),
    )
    place.fill(["gone-1@example.net"], SUPPORTERS, support=Support(since, date(2026, 2, 13), gift=True))
    report = place.send()
    assert sorted(server.to) == [
        "both-1@example.net",
        "gift-1@example.net",
        "paid-1@example.net",
        "reader-1@example.net",
    ]
    assert report.as_json()["supporters"] == {"eligible": 3, "sent": 3}


def test_who_becomes_a_supporter_between_two_runs_does_not_get_it_twice(tmp_path, server):
    place = Place(tmp_path, server.port)
    place.fill(["reader-1@example.net", "once451-1@example.net"])
    place.send()
    place.fill(
        ["Reader-1@example.net", "reader-2@example.net", "once451-1@example.net"],
        SUPPORTERS,
        support=Support(post.CONSENT, None, gift=True),
    )
    assert counted(place.send()) == {Fate.SENT: 3}
    assert sorted(server.to) == ["once451-1@example.net", "reader-1@example.net", "reader-2@example.net"]


def test_a_message_says_nothing_of_this_machine_and_leads_out_by_one_click(tmp_path, server):
    place = Place(tmp_path, server.port)
    place.fill(["reader-1@example.net"])
    place.send()
    (file,) = server.keep.iterdir()
    message = message_from_bytes(file.read_bytes(), policy=policy.default)
    with place.book() as book:
        (person,) = book.readers
        url = place.settings.unsubscribe(book.readers.token("unsubscribe", person))
    assert message["List-Unsubscribe"] == f"<{url}>"
    assert message["To"] == "reader-1@example.net"
    assert url in message.get_body(("plain",)).get_content()
    assert "\n.\n" in message.get_body(("plain",)).get_content().replace("\r\n", "\n")
    assert server.lines[0]["helo"] == "example.org"
    assert server.lines[0]["from"] == "letter@example.org"
    assert socket.gethostname() not in file.read_text()


def test_a_letter_whose_words_changed_goes_on_only_when_told(tmp_path, server):
    place = Place(tmp_path, server.port)
    place.fill(["once451-1@example.net", "reader-1@example.net"])
    place.send()
    other = a_letter(text=post.TEXT.replace("霧", "雨"))
    with pytest.raises(BadInstruction, match="changed"):
        place.send(other)
    assert counted(place.send(other, changed=True)) == {Fate.SENT: 2}
    assert counted(place.send(a_letter("2021-w07"))) == {Fate.SENT: 2}


def test_looking_ahead_sends_and_writes_nothing(tmp_path, server):
    place = Place(tmp_path, server.port)
    place.fill(["reader-1@example.net", "reader-2@example.net"])
    before = sorted(p.name for p in place.folder.rglob("*"))
    with place.book() as book:
        assert counted(sending.preview(book, place.folder, a_letter(), place.settings)) == {Fate.DEFERRED: 2}
    assert sorted(p.name for p in place.folder.rglob("*")) == before
    assert server.to == []


def test_the_test_copy_goes_to_the_address_in_the_configuration_and_is_not_counted(tmp_path, server):
    place = Place(tmp_path, server.port)
    place.fill(["reader-1@example.net"])
    sending.test(a_letter(), place.settings, pace())
    assert server.to == ["operator@example.org"]
    assert place.journal() == ""


def test_two_runs_at_once_are_refused(tmp_path):
    place = Place(tmp_path)
    with place.book(), pytest.raises(BrokenWorld, match="another run"), place.book():
        pass


def test_messages_go_no_faster_than_they_may(tmp_path, server):
    place = Place(tmp_path, server.port)
    place.fill(f"reader-{n}@example.net" for n in range(10))
    slow = pace()
    slow.rate = 2.0
    with place.book() as book:
        sending.send(book, place.folder, a_letter(), place.settings, slow)
    assert slow.clock() == pytest.approx(4.5)


def test_no_server_defers_everybody_and_the_run_says_so(tmp_path):
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        place = Place(tmp_path, nobody.getsockname()[1])
        place.fill(["reader-1@example.net", "reader-2@example.net"])
        report = place.send()
    assert "no talk with the mail server" in report.stopped
    assert counted(report) == {Fate.DEFERRED: 2}


def test_nothing_the_server_says_is_kept_but_numbers(tmp_path, server):
    place = Place(tmp_path, server.port)
    place.fill(f"{kind}-canary@example.net" for kind in KINDS)
    place.send()
    journal = place.journal()
    assert "canary" not in journal
    assert "example.net" not in journal
    lines = [json.loads(line) for line in journal.splitlines()]
    assert {(x["code"], x["status"]) for x in lines if x["what"] == "after"} == {
        (250, "2.0.0"), (550, "5.1.1"), (451, "4.7.1"), (550, ""), (451, ""), (421, "4.7.1"),
    }  # fmt: skip


def test_a_torn_last_line_was_never_written_and_a_damaged_one_stops_all(tmp_path, server):
    place = Place(tmp_path, server.port)
    place.fill(["reader-1@example.net", "once451-1@example.net"])
    place.send()
    (path,) = (place.folder / "journals").iterdir()
    whole = path.read_bytes()
    path.write_bytes(whole + b'{"what":"bef')
    assert counted(place.send()) == {Fate.SENT: 2}
    assert path.read_bytes().startswith(whole)
    path.write_bytes(whole.replace(b"\n", b"\n#", 1))
    with pytest.raises(BrokenWorld, match="damaged"):
        place.send()


@pytest.mark.needs("openssl")
@pytest.mark.parametrize("mode", ["starttls", "implicit"])
def test_letters_go_over_tls_with_the_certificate_checked(tmp_path, mode):
    cert = tmp_path / "cert.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", str(cert), "-out", str(tmp_path / "ca.pem"), "-days", "2",
                    "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"], check=True, capture_output=True)  # fmt: skip
    (tmp_path / "only-cert.pem").write_bytes((tmp_path / "ca.pem").read_bytes())
    cert.write_bytes(cert.read_bytes() + (tmp_path / "ca.pem").read_bytes())
    with mailserver(tmp_path, cert=cert, mode=mode) as server:
        toml = post.TOML.replace('"none"', f'"{mode}"').replace('"127.0.0.1"', '"localhost"')
        place = Place(tmp_path, server.port, toml + f'ca = "{tmp_path}/only-cert.pem"\n')
        place.fill(["reader-1@example.net"])
        assert counted(place.send()) == {Fate.SENT: 1}
        assert server.lines[0]["tls"]
        stranger = Place(tmp_path / "stranger", server.port, toml)
        stranger.fill(["reader-1@example.net"])
        with pytest.raises(BadInstruction, match="certificate"):
            stranger.send()
        wrong = Place(
            tmp_path / "wrong",
            server.port,
            toml.replace('"localhost"', '"127.0.0.1"') + f'ca = "{tmp_path}/only-cert.pem"\n',
        )
        wrong.fill(["reader-1@example.net"])
        with pytest.raises(BadInstruction, match="certificate"):
            wrong.send()
    assert len(server.to) == 1


def test_mail_in_the_clear_stays_on_this_machine(tmp_path):
    place = Place(tmp_path, 25, post.TOML.replace('"127.0.0.1"', '"mail.example.org"'))
    with pytest.raises(BadInstruction, match="this machine only"):
        _ = place.settings


@pytest.mark.needs("smtp-sink")
def test_a_mail_server_that_is_not_ours_takes_every_letter(tmp_path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    user = ["-u", "nobody"] if _root() else []
    place = Place(tmp_path, port)
    place.fill(f"reader-{n}@example.net" for n in range(50))
    with subprocess.Popen(
        ["smtp-sink", *user, "-c", f"127.0.0.1:{port}", "50"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as sink:
        try:
            _await(port)
            assert counted(place.send()) == {Fate.SENT: 50}
        finally:
            sink.terminate()


@pytest.mark.needs("smtp-sink")
@pytest.mark.parametrize(("flags", "fate"), [(["-r", "rcpt"], Fate.DEFERRED), (["-f", "rcpt"], Fate.REFUSED), (["-f", "data"], Fate.REFUSED), (["-r", "."], Fate.DEFERRED), (["-f", "."], Fate.REFUSED), (["-q", "."], Fate.DOUBTFUL), (["-q", "data"], Fate.DOUBTFUL)])  # fmt: skip
def test_the_refusals_of_a_mail_server_that_is_not_ours_have_their_fates(tmp_path, flags, fate):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    place = Place(tmp_path, port)
    place.fill(["reader-1@example.net", "reader-2@example.net"])
    user = ["-u", "nobody"] if _root() else []
    with subprocess.Popen(
        ["smtp-sink", *user, *flags, f"127.0.0.1:{port}", "50"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as sink:
        try:
            _await(port)
            assert counted(place.send()) == {fate: 2}
        finally:
            sink.terminate()


def test_confirmations_are_asked_once_and_their_links_make_readers(tmp_path, server):
    place = Place(tmp_path, server.port)
    with place.book() as book:
        book.ask("new-1@example.net", "en", myself=True)
        book.ask("new-2@example.net", None, myself=True)
        report = sending.confirmations(book, place.folder, place.settings, pace())
        assert counted(report) == {Fate.SENT: 2}
        assert counted(sending.confirmations(book, place.folder, place.settings, pace())) == {Fate.SENT: 2}
        tokens = {p.address: book.readers.token("confirm", p) for p in book.readers}
    assert sorted(server.to) == ["new-1@example.net", "new-2@example.net"]
    mails = {
        m["To"]: m for m in (message_from_bytes(p.read_bytes(), policy=policy.default) for p in server.keep.iterdir())
    }
    assert "letter of 霧報" in mails["new-1@example.net"]["Subject"]
    assert "請確認" in mails["new-2@example.net"]["Subject"]
    for address, message in mails.items():
        for part in ("plain", "html"):
            assert f"https://letters.example.org/confirm/{tokens[address]}" in message.get_body((part,)).get_content()
    assert counted(place.send()) == {}


def test_a_bad_address_that_got_into_a_list_is_refused_and_the_run_goes_on(tmp_path, server):
    place = Place(tmp_path, server.port)
    place.fill(["reader-1@example.net", "reader-2@example.net"])
    with place.book() as book:
        person = book.readers.find("reader-1@example.net")
        book.readers.put(replace(person, address="reader-1@example.net\r\nRCPT TO:<x@example.net>"))
    assert counted(place.send()) == {Fate.SENT: 1, Fate.REFUSED: 1}
    assert server.to == ["reader-2@example.net"]


@pytest.mark.parametrize(
    "trick",
    ["\r\nBcc: other@example.com\r\n\r\n", "\0", "\u2028Bcc: x@example.com", "\x1c", "\x85", "長" * 3400, "x" * 10_000],
    ids=range(7),
)
def test_tricks_in_titles_and_names_are_cleaned_and_the_run_goes_on(tmp_path, server, trick):
    place = Place(tmp_path, server.port)
    place.fill(["reader-1@example.net", "reader-2@example.net"])
    said = replace(
        place.settings,
        paper=f"霧{trick}報",
        sender=f"霧{trick}報 <letter@example.org>",
        list_id=f"霧{trick} <letter.example.org>",
    )
    letter = replace(
        a_letter(),
        subject=f"每周{trick}時事",
        text=f"{trick} {{{{unsubscribe}}}}",
        html=f"<p>{trick} {{{{unsubscribe}}}}",
    )
    with place.book() as book:
        book.ask("new-1@example.net", "en", myself=True)
        assert counted(sending.send(book, place.folder, letter, said, pace())) == {Fate.SENT: 2}
        assert counted(sending.confirmations(book, place.folder, said, pace())) == {Fate.SENT: 1}
    assert len(server.to) == 3
    for path in server.keep.iterdir():
        message = message_from_bytes(path.read_bytes(), policy=policy.default)
        assert not message.defects
        assert message["Bcc"] is None
        assert len(message["Subject"]) <= 200
        assert message["From"].addresses[0].addr_spec == "letter@example.org"
        assert {p.get_content_type() for p in message.walk()} == {"multipart/alternative", "text/plain", "text/html"}


def test_bounced_and_pending_people_get_nothing(tmp_path, server):
    place = Place(tmp_path, server.port)
    with place.book() as book:
        book.take(Row("bounced-1@example.net", post.CONSENT, state=State.BOUNCED), READERS)
        book.ask("pending-1@example.net", myself=False)
    assert counted(place.send()) == {}
    assert server.to == []


def _root() -> bool:
    import os

    return os.geteuid() == 0


def _await(port: int) -> None:
    import time

    for _ in range(500):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise AssertionError("the server did not start")
