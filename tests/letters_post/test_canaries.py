"""Five hundred canaries: no trace of an address anywhere but where it was asked for.

A paper is built, five hundred people come by every way there is, letters and confirmations
go out to a mail server that quotes addresses in its refusals, runs fail in every way they
can; then everything that was written or said is searched: raw, base64 in each of its three
alignments, percent- and quoted-printable-encoded, and for MD5, SHA-1 and SHA-256 of every
address, in hex, base64 and raw.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import http.client
import importlib.util
import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from email import message_from_bytes, policy
from pathlib import Path

import numpy as np
import pytest
from post import HERE, HTML, TEXT, TOML, mailserver

from backissue import cli
from backissue.publish.letter import mail, sending
from backissue.publish.site import Settings, build

MARK = "ZkanaryInTheMine"  # long enough never to stand in a random token by chance, in any of its forms
KINDS = ("reader", "r550", "r451", "d550", "d451")


def canaries(kind: str, start: int, count: int) -> list[str]:
    return [f"{kind}-{MARK}{n:03}x@example.net" for n in range(start, start + count)]


READERS = [a for n, kind in enumerate(KINDS) for a in canaries(kind, n * 40, 40)]
ADDED = canaries("reader", 200, 100)
SUPPORTERS = [*canaries("reader", 300, 99), *canaries("cutend", 399, 1)]
SIGNED_UP = canaries("reader", 400, 100)
ALL = [*READERS, *ADDED, *SUPPORTERS, *SIGNED_UP]


def _forms(word: str) -> Iterator[bytes]:
    """A word as base64 at each alignment, without the characters its neighbours decide."""
    for skip in range(3):
        coded = base64.b64encode(b"\0" * skip + word.encode())
        yield coded[{0: 0, 1: 2, 2: 3}[skip] : -4]


WORDS = (MARK, MARK.lower(), MARK.upper())
CODES = [form for word in WORDS for form in _forms(word)]
LOWER = [MARK.lower().encode(), MARK.lower().encode("utf-16-le"), *(word.encode().hex().encode() for word in WORDS)]
DIGESTS = {
    h(x.encode()).digest()
    for a in ALL
    for x in (a, a.lower(), a.partition("@")[0])
    for h in (hashlib.md5, hashlib.sha1, hashlib.sha256)
}
HEX = re.compile(rb"[0-9a-fA-F]{32,}")
BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{22,}")
CODED = {base64.b64encode(d)[:21] for d in DIGESTS} | {base64.urlsafe_b64encode(d)[:21] for d in DIGESTS}
HEXED = {d.hex()[:32].encode() for d in DIGESTS}
FIRST = np.array(sorted(int.from_bytes(d[:8], "little") for d in DIGESTS), dtype=np.uint64)


def _raw(data: bytes) -> bool:
    """Whether the first eight bytes of a digest stand anywhere in ``data``."""
    for start in range(min(8, max(0, len(data) - 7))):
        words = np.frombuffer(data, np.uint64, (len(data) - start) // 8, start)
        if (FIRST[np.minimum(np.searchsorted(FIRST, words), len(FIRST) - 1)] == words).any():
            return True
    return False


def trace(data: bytes) -> str:
    """Which kind of trace of a canary is in ``data``, if any."""
    lower = data.lower()
    if any(word in lower for word in LOWER) or any(code in data for code in CODES):
        return "an address"
    for run in HEX.findall(data):
        if any(run[i : i + 32].lower() in HEXED for i in range(len(run) - 31)):
            return "a digest in hex"
    for run in BASE64.findall(data):
        if any(run[i : i + 21] in CODED for i in range(len(run) - 20)):
            return "a digest in base64"
    return "a raw digest" if _raw(data) else ""


def test_a_trace_would_be_found():
    address = ALL[123]
    digest = hashlib.sha256(address.lower().encode())
    for hidden in (address, address.replace("@", "%40"), address.upper(), base64.b64encode(b"x" + address.encode()).decode(),
                   base64.b64encode(b"xy" + address.encode()).decode(), base64.b64encode(b"xyz" + address.encode()).decode(), digest.hexdigest(),
                   f"a{digest.hexdigest()}b", hashlib.md5(address.encode()).hexdigest().upper(), base64.b64encode(digest.digest()).decode()):  # fmt: skip
        assert trace(f"log: {hidden}, 5.1.1".encode()), hidden
    assert trace(b"\0\1" + hashlib.sha1(address.encode()).digest() + b"\2")
    assert not trace(b"nothing of anybody: " + hashlib.sha256(b"somebody else").hexdigest().encode())


class Watch:
    """Looks at what every process of this machine shows the others, again and again."""

    def __init__(self) -> None:
        self.found: set[str] = set()
        self.looks = 0
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._look)

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._end.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._end.wait(0.02):
            shown = b""
            for path in Path("/proc").glob("[0-9]*/cmdline"):
                with contextlib.suppress(OSError):
                    shown += path.read_bytes() + b"\n"
            if found := trace(shown):
                self.found.add(found)
            self.looks += 1


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    root = tmp_path_factory.mktemp("canaries")
    spec = importlib.util.spec_from_file_location("papers", HERE.parent / "site" / "papers.py")
    assert spec
    assert spec.loader
    papers = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(papers)
    scene = Scene(root)
    (root / "paper").mkdir()
    paper = papers.paper(root / "paper")
    with mailserver(root / "mail", keep=True) as server, Watch() as watch:
        scene.port = server.port
        scene.play()
        build(paper, root / "seen" / "site", outlet=papers.OUTLET, settings=Settings(url="https://archive.example/"))
    scene.watch, scene.kept = watch, sorted((root / "mail" / "kept").iterdir())
    return scene


class Scene:
    """All that happens; ``root/seen`` is what others may come to see, ``root/home`` the operator's home and temporary files."""

    def __init__(self, root: Path) -> None:
        self.root, self.port = root, 0
        self.list, self.key = root / "list", root / "safe" / "key"
        self.said: list[tuple[str, bytes]] = []
        self.csv = b""
        self.codes: list[int] = []
        for name in ("home", "seen", "mail", "letter"):
            (root / name).mkdir()

    def run(self, *args: str, given: str = "", quiet: bool = True, **env: str) -> bytes:
        home = str(self.root / "home")
        environment = {k: v for k, v in os.environ.items() if k.startswith(("PATH", "PYTHON", "LANG"))} | {
            "HOME": home, "TMPDIR": home, "BACKISSUE_LIST": str(self.list), "BACKISSUE_KEY": str(self.key), **env,
        }  # fmt: skip
        done = subprocess.run([sys.executable, "-X", "faulthandler", "-m", "backissue", *args], input=given.encode(), capture_output=True, cwd=home, env=environment, check=False)  # fmt: skip
        self.codes.append(done.returncode)
        self.said.append((f"{args[:2]} stderr", done.stderr))
        if quiet:
            self.said.append((f"{args[:2]} stdout", done.stdout))
        return done.stdout

    def play(self) -> None:
        self.run("subscribers", "new", "--list", str(self.list), "--key", str(self.key))
        (self.list / "letters.toml").write_text(TOML.replace("{port}", str(self.port)), encoding="utf-8")
        sheet = "address,consent\n" + "".join(f"{a},2026-01-05\n" for a in READERS) + f"{MARK} broken@@,2026-01-05\n"
        self.run("subscribers", "import", given=sheet)
        self.run("subscribers", "add", "--language", "en", given="\n".join([*ADDED, f"{MARK}@", f"two {MARK}@x.org"]))
        supporters = "email;consent;gift\n" + "".join(f"{a};2026-01-05;yes\n" for a in SUPPORTERS)
        self.run("subscribers", "import", "--supporters", "--json", given=supporters)
        self.sign_up()
        made = mail.prepare("每周時事", HTML, TEXT, "霧報 <letter@example.org>", "霧報 <letter.example.org>")
        draft = made.draft(message_id="2021-w06@letter.example.org", date=mail.datetime(2026, 2, 14, tzinfo=mail.UTC))
        (self.root / "letter" / "letter.eml").write_bytes(draft.as_bytes())
        letter = str(self.root / "letter")
        self.run("send", "--pending", "--json")
        self.run("send", letter, "--dry-run", "--json")
        self.run("send", letter)
        self.run("send", letter, "--json", "--strict")
        self.run("send", letter, "--decide", "all=again")
        self.run("subscribers", "remove", given="\n".join(READERS[:20]))
        self.run("subscribers", "purge", given="\n".join(READERS[20:30]))
        report = f"Content-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nFinal-Recipient: rfc822; {READERS[41]}\nAction: failed\nStatus: 5.1.1\n"
        self.run("subscribers", "bounced", given=report)
        self.run("subscribers", "import", given=sheet)
        self.run("subscribers", "stats", "--json")
        self.csv = self.run("subscribers", "export", quiet=False)
        self.run("subscribers", "import", given=f"{MARK}\n{ALL[0]}\n")
        # what goes wrong must not talk: no mail server, a broken list, a fault of ours, an abort
        toml = (self.list / "letters.toml").read_text(encoding="utf-8")
        (self.list / "letters.toml").write_text(toml.replace(f"port = {self.port}", "port = 1"), encoding="utf-8")
        (self.root / "letter" / "letter.eml").write_bytes(draft.as_bytes().replace(b"2021-w06", b"2021-w07"))
        self.run("send", letter)
        (self.list / "letters.toml").write_text(toml, encoding="utf-8")
        self.run(
            "send",
            letter,
            BACKISSUE_TRACEBACK="1",
            PYTHONPATH=f"{HERE / 'faulty'}{os.pathsep}{os.environ.get('PYTHONPATH', '')}",
        )
        self.run(
            "send", letter, ABORT="1", PYTHONPATH=f"{HERE / 'faulty'}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"
        )

    def sign_up(self) -> None:
        command = [sys.executable, "-m", "backissue", "serve", "--letters", "--list", str(self.list), "--port", "0"]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=self.root / "home"
        ) as server:
            assert server.stderr
            first = server.stderr.readline()
            found = re.search(rb":(\d+)/", first)
            assert found
            for n, address in enumerate(SIGNED_UP):
                connection = http.client.HTTPConnection("127.0.0.1", int(found[1]), timeout=30)
                body = f"address={address.replace('@', '%40')}&lang=en"
                connection.request("POST", "/subscribe", body, {"X-Forwarded-For": f"198.51.100.{n}"})
                answer = connection.getresponse()
                self.said.append(("a page", answer.read() + str(answer.getheaders()).encode()))
                connection.close()
                if answer.status == 429:  # the limit for all: the rest come by another way
                    self.run("subscribers", "add", given="\n".join(SIGNED_UP[n:]))
                    break
            server.terminate()
            out, err = server.communicate()
            self.said.append(("the server's talk", first + out + err))


def test_the_scene_was_played(scene: Scene) -> None:
    assert len(set(ALL)) == 500
    assert len(scene.kept) >= 40 + 99 + 100
    assert scene.watch.looks > 20
    assert scene.codes.count(0) >= 12
    assert any(b"a fault in Backissue itself: ValueError" in data for _, data in scene.said)
    assert -6 in scene.codes


def test_nothing_that_was_said_holds_a_trace(scene: Scene) -> None:
    assert len(scene.said) > 40
    assert [(what, found) for what, data in scene.said if (found := trace(data))] == []


@pytest.mark.parametrize("where", ["paper", "seen", "home", "letter", "list", "safe"])
def test_no_file_holds_a_trace(scene: Scene, where: str) -> None:
    files = [p for p in (scene.root / where).rglob("*") if p.is_file()]
    assert files or where == "home"
    assert [
        (p.relative_to(scene.root), found) for p in files if (found := trace(p.read_bytes()) or trace(str(p).encode()))
    ] == []


def test_no_process_showed_an_address(scene: Scene) -> None:
    assert scene.watch.found == set()


def test_a_message_holds_its_own_readers_address_and_no_others(scene: Scene) -> None:
    for path in scene.kept:
        data, own = path.read_bytes(), path.name.partition("-")[2]
        message = message_from_bytes(data, policy=policy.default)
        assert message["To"] == own
        rest = data.replace(own.encode(), b"")
        assert not trace(rest), own
        for part in message.walk():
            if part.get_content_maintype() == "text":
                assert not trace(part.get_content().encode())


def test_the_export_that_was_asked_for_holds_those_who_said_yes(scene: Scene) -> None:
    asked = set(READERS[20:])  # those who left stay away; those who were purged are as good as new
    assert {line.split(b",")[0].decode() for line in scene.csv.splitlines()[1:]} == asked


def test_a_fault_in_the_middle_says_its_kind_and_no_more(tmp_path, capsys, monkeypatch) -> None:
    def broken(item: sending._Item, *_: object) -> bool:
        raise ValueError(item.address)

    def told(run: Callable[[], int]) -> str:
        code = run()
        said = capsys.readouterr()
        assert code == 3
        return said.out + said.err

    from post import Place

    place = Place(tmp_path)
    place.fill(READERS[:3])
    made = mail.prepare("x", HTML, TEXT, "a@example.org", "x.example.org")
    eml = tmp_path / "letter.eml"
    eml.write_bytes(made.draft(message_id="a@b.c", date=mail.datetime(2026, 2, 14, tzinfo=mail.UTC)).as_bytes())
    monkeypatch.setattr(sending, "_one", broken)
    monkeypatch.setenv("BACKISSUE_TRACEBACK", "1")
    said = told(lambda: cli.run(["send", str(eml), "--list", str(place.folder), "--key", str(place.key)]))
    assert "a fault in Backissue itself: ValueError" in said
    assert "sending.py" in said
    assert not trace(said.encode())
