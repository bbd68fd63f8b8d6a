"""A letter as mail: headers that nothing can break, bodies that arrive, and a draft that can be read back."""

from __future__ import annotations

from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.utils import parseaddr

import pytest

from backissue.model import BadInstruction
from backissue.publish.letter import mail
from backissue.subscribers.addresses import BadAddress, checked, same

NOW = datetime(2026, 2, 14, 9, 30, tzinfo=UTC)
URL = "https://letters.example.org/" + "deep/" * 30 + "unsubscribe/0123456789abcdefABCDEF"
TEXT = "每周時事\n\n退訂：{{unsubscribe}}\n"
HTML = '<!doctype html><p lang="zh-Hant">每周時事 <a href="{{unsubscribe}}">退訂</a></p>'
BREAKS = ["\r", "\n", "\r\n", "\0", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x1f", "\x85", "\u2028", "\u2029", "\ud800"]


def letter(**changed):
    values = {
        "subject": "每周時事", "html": HTML, "text": TEXT, "sender": "霧報 <letter@example.org>",
        "list_id": "每周時事 <letter.example.org>", "mailto": "leave@example.org",
    } | changed  # fmt: skip
    return mail.prepare(**values)


def arrived(prepared, **changed):
    values = {"unsubscribe": URL, "message_id": "one.two@letter.example.org", "date": NOW} | changed
    data = prepared.to("reader@example.net", **values).as_bytes()
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert b"\0" not in data
    assert all(len(line) <= 998 for line in data.split(b"\r\n"))
    message = message_from_bytes(data, policy=policy.default)
    assert not message.defects
    return message, data


def test_a_letter_has_the_headers_of_a_list_and_one_click():
    message, data = arrived(letter())
    assert message["To"] == "reader@example.net"
    assert message["From"] == "霧報 <letter@example.org>"
    assert message["Subject"] == "每周時事"
    assert message["List-Id"] == "每周時事 <letter.example.org>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["Message-ID"] == "<one.two@letter.example.org>"
    assert message["Date"].datetime == NOW
    assert (
        f"List-Unsubscribe: <{URL}>,\r\n <mailto:leave@example.org?subject=0123456789abcdefABCDEF>\r\n".encode() in data
    )


def test_both_texts_arrive_whole_with_the_readers_own_address_to_leave_by():
    message, _ = arrived(letter(), unsubscribe="https://letters.example.org/u?a=1&b=2")
    assert message.get_content_type() == "multipart/alternative"
    plain, html = message.iter_parts()
    assert plain.get_content().replace("\r\n", "\n") == "每周時事\n\n退訂：https://letters.example.org/u?a=1&b=2\n"
    assert 'href="https://letters.example.org/u?a=1&amp;b=2"' in html.get_content()
    assert mail.UNSUBSCRIBE not in plain.get_content() + html.get_content()


@pytest.mark.parametrize("broken", BREAKS, ids=ascii)
def test_a_break_of_any_kind_in_a_title_or_a_name_starts_no_header(broken):
    trick = f"title{broken}Bcc: other@example.com{broken}{broken}<p>"
    message, data = arrived(letter(subject=trick, sender=f'"{trick.replace("<p>", "")}" <letter@example.org>',
                                   list_id=f"{trick.replace('<p>', '')} <letter.example.org>", reply_to=f"a{broken}b <b@example.org>"))  # fmt: skip
    assert sorted(k.lower() for k in message) == sorted(
        ["from", "to", "subject", "date", "message-id", "reply-to", "list-id", "list-unsubscribe", "list-unsubscribe-post",
         "mime-version", "content-type"])  # fmt: skip
    assert b"\r\nBcc" not in data
    assert parseaddr(message["From"])[1] == "letter@example.org"
    assert message["Subject"] == "title Bcc: other@example.com <p>"


@pytest.mark.parametrize(
    "many", ["長" * 3400, "x" * 10_000, "x " * 5000, "\u202e" * 3000 + "a", "🙂" * 2500, "=?utf-8?q?a=0D=0ABcc:_x?="]
)
def test_a_subject_of_ten_kilobytes_is_shortened(many):
    message, _ = arrived(letter(subject=many))
    assert 0 < len(message["Subject"]) <= 200
    assert not set(message["Subject"]) & set("\u202e\r\n")


@pytest.mark.parametrize(
    "name", ['quoted "name" \\ here', "名" * 300, "a" * 300, "=?utf-8?q?=0ABcc:_x?=", "a, b; c@d.e"]
)
def test_any_name_of_a_sender_leaves_its_address_alone(name):
    message, _ = arrived(letter(sender=f"{name} <letter@example.org>"))
    assert [a.addr_spec for a in message["From"].addresses] == ["letter@example.org"]


@pytest.mark.parametrize(
    "bad",
    ["", "nobody", "@example.org", "canary@", "canary@example", "ca nary@example.org", "canary@example.org\r\nRCPT TO:<x@example.org>",
     "canary@exa\0mple.org", "canary@example.org, x@example.org", "<canary@example.org>", "canary\u2028@example.org", "canary@example..org",
     "canary@-example.org", "canary..x@example.org", ".canary@example.org", "canary@[127.0.0.1]", "canary@127.0.0.1", '"canary x"@example.org',
     "金絲雀@example.org", "canary" * 11 + "@example.org", "canary@" + "a" * 64 + ".org", "canary@" + "aa." * 90 + "org", "canary@example.org\x1c.x"],
    ids=ascii,
)  # fmt: skip
def test_what_is_no_address_is_refused_without_a_word_of_it(bad):
    with pytest.raises(BadAddress) as caught:
        letter().to(bad, unsubscribe=URL, message_id="a@b.c", date=NOW)
    said = f"{caught.value} {caught.value.hint} {caught.value!r}".lower()
    assert "canary" not in said
    assert "金絲雀" not in said
    with pytest.raises(BadAddress) as caught:
        letter(sender=f"Name <{bad}>")
    assert "canary" not in str(caught.value)


def test_an_address_is_kept_as_typed_and_known_again_however_it_is_typed():
    assert checked(" Jo.Reader+paper@Example.ORG\n") == "Jo.Reader+paper@example.org"
    assert same("Jo.Reader+paper@Example.ORG") == same("jo.reader+PAPER@example.org")
    assert checked("jo@例子.香港") == "jo@xn--fsqu00a.xn--j6w193g"


@pytest.mark.parametrize("field", ["list_id", "unsubscribe", "message_id"])
def test_what_cannot_stand_in_a_header_is_refused(field):
    given = {field: "https://a.example/\r\nBcc: x@example.org"}
    with pytest.raises(BadInstruction):
        arrived(letter(**given)) if field == "list_id" else arrived(letter(), **given)


def test_a_date_without_a_zone_is_refused():
    with pytest.raises(BadInstruction, match="zone"):
        arrived(letter(), date=NOW.replace(tzinfo=None))


def test_a_message_is_the_same_bytes_whenever_it_is_made():
    assert arrived(letter())[1] == arrived(letter())[1]


def test_a_draft_is_to_nobody_and_is_read_back_whole(tmp_path):
    made = letter(subject="霧報\n每周", text="ascii only {{unsubscribe}}\n.\nFrom here\n")
    (tmp_path / "letter.eml").write_bytes(made.draft(message_id="2021-w06@letter.example.org", date=NOW).as_bytes())
    found = mail.read(tmp_path)
    assert found == mail.Letter("2021-w06@letter.example.org", "霧報 每周", HTML + "\n", "ascii only {{unsubscribe}}\n.\nFrom here\n", NOW)  # fmt: skip
    assert b"@example.invalid" in (tmp_path / "letter.eml").read_bytes()


def test_a_draft_without_a_place_to_leave_by_is_refused(tmp_path):
    (tmp_path / "letter.eml").write_bytes(letter(text="none").draft(message_id="a@b.c", date=NOW).as_bytes())
    with pytest.raises(BadInstruction, match="unsubscribe"):
        mail.read(tmp_path)
    with pytest.raises(BadInstruction, match="there is no"):
        mail.read(tmp_path / "elsewhere.eml")
