"""CSV in and out, and files of bounces."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from post import CONSENT, TODAY, Place

from backissue.model import BadInstruction
from backissue.subscribers import bounces, spreadsheet
from backissue.subscribers.book import READERS, SUPPORTERS, Row
from backissue.subscribers.rolls import State, Support

DSN = """\
From: MAILER-DAEMON@mail.example.net
To: letter@example.org
Subject: Undelivered
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

Could not deliver to innocent@example.net, ask postmaster@example.net.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.net

{parts}
--b
Content-Type: message/rfc822

From: letter@example.org
To: innocent@example.net

x
--b--
"""
FAILED = "Final-Recipient: rfc822; {0}\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 <{0}> unknown\n"
DELAYED = "Final-Recipient: rfc822; {0}\nAction: delayed\nStatus: 4.4.1\n"


def read(text, name=READERS, consent=None):
    return list(spreadsheet.read(text.encode() if isinstance(text, str) else text, name, consent))


def test_consent_goes_out_and_comes_back(tmp_path):
    place, other = Place(tmp_path / "a"), Place(tmp_path / "b")
    place.fill(["jo@example.org"], language="en")
    support = Support(date(2025, 3, 1), date(2026, 12, 31), gift=True)
    place.fill(["so@example.org"], SUPPORTERS, support=support)
    with place.book() as book, other.book() as into:
        book.ask("pending@example.org", myself=True)
        for name, roll in ((READERS, book.readers), (SUPPORTERS, book.supporters)):
            for row in read(spreadsheet.write(roll), name):
                assert into.take(row, name) == "added"
        jo, so = into.readers.find("jo@example.org"), into.supporters.find("so@example.org")
        assert (jo.consent, jo.language, jo.state) == (CONSENT, "en", State.ACTIVE)
        assert so.support == support
        assert into.readers.find("pending@example.org") is None
        for row in read(spreadsheet.write(book.readers)):
            assert into.take(row, READERS) == "already"


@pytest.mark.parametrize(
    "address",
    [
        "=cmd@example.org",
        "+1@example.org",
        "-x@example.org",
        "'=x@example.org",
        "'quoted'@example.org",
        "=a*b/c@example.org",
    ],
)
def test_no_cell_is_taken_for_a_formula_and_every_address_comes_back(tmp_path, address):
    place = Place(tmp_path)
    place.fill([address])
    with place.book() as book:
        text = spreadsheet.write(book.readers)
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)
    assert [r.address for r in read(text)] == [address]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_spreadsheets_write_is_read(mark, encoding):
    lines = [
        "電郵地址|Consent Date|Lang|note",
        "Jo@Example.org|2026/1/5|en|好",
        "",
        "bo@example.org|2026-01-05T10:00:00|zh-Hant|",
    ]
    rows = read("\r\n".join(lines).replace("|", mark).encode(encoding))
    assert rows == [Row("Jo@example.org", CONSENT, "en"), Row("bo@example.org", CONSENT, "zh-Hant")]


def test_a_line_that_is_refused_is_named_by_its_number_and_never_by_what_is_in_it():
    rows = read(
        "address,consent,state\ncanary,2026-01-05,\ncanary@example.org,,\ncanary@example.org,2026-02-31,\ncanary@example.org,2026-01-05,canary\ncanary@example.org,2026-01-05,pending\n"
    )
    assert [r.line for r in rows] == [2, 3, 4, 5, 6]
    assert "canary" not in repr(rows)
    assert [r.why for r in rows][1:] == [
        "no day of consent",
        "a date that is none",
        "a state that is none",
        "nobody has said yes yet",
    ]


def test_a_day_of_consent_can_be_given_for_all_and_a_supporter_needs_an_end_or_a_gift():
    assert read("email\njo@example.org\n", consent=TODAY) == [Row("jo@example.org", TODAY)]
    rows = read(
        "email,until,gift\na@example.org,,\nb@example.org,2026-03-01,\nc@example.org,,yes\n", SUPPORTERS, CONSENT
    )
    assert rows[0].why.startswith("a supporter needs")
    assert [r.support for r in rows[1:]] == [Support(CONSENT, date(2026, 3, 1)), Support(CONSENT, None, gift=True)]


@pytest.mark.parametrize("data", [b"", b"name,phone\nx,y\n", b"\xff\xfa\x00", b'address,consent\n"' + b"x" * 200_000])
def test_what_is_no_csv_of_addresses_is_refused(data):
    with pytest.raises(BadInstruction):
        read(data)


def test_only_addresses_that_failed_for_good_are_taken_from_a_report():
    message = DSN.format(
        parts=FAILED.format("gone@example.net")
        + "\n"
        + DELAYED.format("slow@example.net")
        + "\n"
        + FAILED.format("Left@Example.net")
    )
    assert bounces.is_mail(message.encode())
    assert list(bounces.failed(message.encode())) == ["gone@example.net", "Left@example.net"]


def test_an_mbox_of_reports_is_read_to_its_end():
    one = DSN.format(parts=FAILED.format("a@example.net"))
    mbox = "".join(
        f"From MAILER-DAEMON Sat Feb 14 09:00:00 2026\n{DSN.format(parts=FAILED.format(x + '@example.net'))}\n"
        for x in "abc"
    )
    assert list(bounces.failed(mbox.encode())) == ["a@example.net", "b@example.net", "c@example.net"]
    assert list(bounces.failed(one.encode())) == ["a@example.net"]


def test_a_report_to_an_alias_counts_for_the_address_that_was_written_to():
    part = "Original-Recipient: rfc822;jo@example.org\nFinal-Recipient: rfc822;x@internal.example.net\nAction: failed\nStatus: 5.2.1\n"
    assert list(bounces.failed(DSN.format(parts=part).encode())) == ["jo@example.org"]


@pytest.mark.parametrize(
    "junk",
    [
        b"",
        b"From \n",
        b"Content-Type: message/delivery-status\n\n\xff\xfe",
        b"A: b\nContent-Type: multipart/report; boundary=x\n\n--x\nContent-Type: message/delivery-status\n\nAction: failed\n\n",
    ],
)
def test_a_report_that_is_none_says_nothing(junk):
    assert list(bounces.failed(junk)) == []


def test_lines_are_addresses_tokens_or_links_out_of_a_letter():
    data = "# note\n\njo@example.org\nhttps://letters.example.org/unsubscribe/AAAAAAAAAAAAAAAAAAAAAA\n".encode(
        "utf-8-sig"
    )
    assert list(bounces.lines(data)) == [(3, "jo@example.org"), (4, "A" * 22)]
    assert not bounces.is_mail(data)
