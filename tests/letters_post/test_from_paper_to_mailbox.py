"""From a paper's folder to a mailbox: what `backissue letter` makes is what `backissue send` delivers."""

from __future__ import annotations

import importlib.util
from email import message_from_bytes, policy
from pathlib import Path

import post
import pytest
from post import HERE, Place, mailserver

from backissue import cli
from backissue.publish.letter import mail
from backissue.subscribers import settings


@pytest.fixture(scope="module")
def letter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    spec = importlib.util.spec_from_file_location("papers", HERE.parent / "site" / "papers.py")
    assert spec
    assert spec.loader
    papers = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(papers)
    paper = papers.paper(tmp_path_factory.mktemp("paper"))
    out = tmp_path_factory.mktemp("letters") / "fullest"
    assert cli.run(["letter", "-C", str(paper), "--week", "fullest", "--images", "--out", str(out)]) == 0
    return out


def test_the_letter_that_arrives_says_what_the_draft_says_to_one_person_from_the_operators_sender(
    letter: Path, tmp_path: Path
) -> None:
    with mailserver(tmp_path, keep=True) as server:
        place = Place(tmp_path, server.port)
        place.fill(["reader-1@example.net", "reader-2@example.net"])
        assert cli.run(["send", str(letter), "--list", str(place.folder), "--key", str(place.key)]) == 0
        arrived = [message_from_bytes(p.read_bytes(), policy=policy.default) for p in sorted(server.keep.iterdir())]
    draft = mail.read(letter)
    assert sorted(m["To"] for m in arrived) == ["reader-1@example.net", "reader-2@example.net"]
    for message in arrived:
        (leave,) = [u.strip("<>") for u in message["List-Unsubscribe"].split(", ")]
        assert leave.startswith("https://letters.example.org/unsubscribe/")
        text = message.get_body(("plain",)).get_content().replace("\r\n", "\n")
        assert text == draft.text.replace(mail.UNSUBSCRIBE, leave)
        html = message.get_body(("html",)).get_content().replace("\r\n", "\n")
        assert html.count(leave) == draft.html.count(mail.UNSUBSCRIBE) > 0
        assert message["Subject"] == draft.subject
        assert message["From"].addresses[0].addr_spec == "letter@example.org"
        assert "invalid" not in message["List-Id"] + message["Message-ID"] + message["List-Unsubscribe"]
        cids = {p["Content-ID"].strip("<>") for p in message.walk() if p["Content-ID"]}
        assert cids == {one.cid for one in draft.pictures}
        assert all(f"cid:{cid}" in html for cid in cids)
    assert len({m["Message-ID"] for m in arrived}) == 2
    assert len({m["List-Unsubscribe"] for m in arrived}) == 2


def test_a_letter_made_again_the_same_is_the_same_letter(
    letter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with mailserver(tmp_path) as server:
        place = Place(tmp_path, server.port)
        place.fill(["reader-1@example.net"])
        command = ["send", str(letter), "--list", str(place.folder), "--key", str(place.key)]
        assert [cli.run(command), cli.run(command)] == [0, 0]
        assert len(server.to) == 1
    assert (place.folder / settings.NAME).read_text().startswith("paper")
    assert post.TODAY
