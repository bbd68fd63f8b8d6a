"""``letters.toml``: what is needed to post letters, kept beside the list and never in the paper's folder.

An unknown key names itself and its nearest neighbour. Refuses a mail server that is
spoken to in the clear over a network. Holds no password: only where one is to be found.
"""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import urlsplit

from backissue.model import BadInstruction
from backissue.subscribers.addresses import checked

__all__ = ["NAME", "TEMPLATE", "Relay", "Settings", "load"]

NAME = "letters.toml"

_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class Relay:
    """The mail server that takes the letters: ``tls`` is starttls, implicit, or none (on this machine only)."""

    host: str
    port: int
    tls: str
    user: str | None = None
    password_file: Path | None = None
    password_env: str | None = None
    ca: Path | None = None

    def password(self) -> str:
        """The password, read when it is needed; BadInstruction where it is not there."""
        if self.password_env:
            found = os.environ.get(self.password_env)
            if found is None:
                raise BadInstruction(f"the environment has no {self.password_env}", f"{NAME} says the mail server's password is there.")  # fmt: skip
            return found
        assert self.password_file is not None
        try:
            return self.password_file.read_text(encoding="utf-8").rstrip("\r\n")
        except (OSError, UnicodeDecodeError):
            raise BadInstruction(f"cannot read {self.password_file}", f"{NAME} says the mail server's password is there.") from None  # fmt: skip


@dataclass(frozen=True, slots=True)
class Settings:
    """What ``letters.toml`` says.

    ``url`` is where the letters' server is seen from outside, with a slash at its end;
    ``rate`` is messages a second; ``support`` are the names and addresses of places where
    monthly supporters pay; ``client_header`` is the one header in which a proxy in front of
    the server says whom it speaks for.
    """

    paper: str
    url: str
    language: str = "zh-Hant"
    sender: str | None = None
    list_id: str | None = None
    reply_to: str | None = None
    mailto: str | None = None
    test: str | None = None
    key: Path | None = None
    rate: float = 2.0
    relay: Relay | None = None
    client_header: str = "X-Forwarded-For"
    support: tuple[tuple[str, str], ...] = field(default=())

    def unsubscribe(self, token: str) -> str:
        """The address at which the holder of ``token`` leaves."""
        return f"{self.url}unsubscribe/{token}"

    def confirm(self, token: str) -> str:
        """The address at which the holder of ``token`` says yes."""
        return f"{self.url}confirm/{token}"


_KEYS: Mapping[str, Mapping[str, tuple[type, bool, str]]] = {
    "": {
        "paper": (str, True, "The paper's name, as it stands on the pages and in the mail."),
        "url": (str, True, "Where readers find the letters' server: https://letters.example.org/"),
        "language": (str, False, "Of the pages and the confirmation mail, where a reader has not chosen: zh-Hant or en."),
        "sender": (str, False, "Who the letter is from: Name <letter@example.org>"),
        "list_id": (str, False, "The list's name in mail (RFC 2919): Name <letter.example.org>"),
        "reply_to": (str, False, "Who answers, if it is not the sender."),
        "mailto": (str, False, "An address whose mail unsubscribes, if somebody reads it."),
        "test": (str, False, "The address that --test sends to."),
        "key": (str, False, "The file of the secret key, if it is always the same; never beside the list."),
        "rate": (float, False, "Messages a second, at most."),
        "smtp": (dict, False, "The mail server."),
        "server": (dict, False, "The letters' server."),
        "support": (list, False, "Where monthly supporters pay."),
    },
    "smtp": {
        "host": (str, True, "The mail server's name."),
        "port": (int, False, "587 for starttls, 465 for implicit, 25 for none, unless said."),
        "tls": (str, False, "starttls, implicit, or none (for a server on this machine only)."),
        "user": (str, False, "The name to log in with."),
        "password_file": (str, False, "The file that holds the password."),
        "password_env": (str, False, "The environment variable that holds the password."),
        "ca": (str, False, "A file of certificates to trust instead of the system's."),
    },
    "server": {
        "client_header": (str, False, "The header in which your proxy says who asks; X-Forwarded-For unless said."),
    },
    "support": {
        "name": (str, True, "What the place is called."),
        "url": (str, True, "Its address."),
    },
}  # fmt: skip

_KINDS = {str: "text", float: "a number", int: "a whole number", dict: "a table", list: "a list of tables"}
_MEANT = {
    "from": "sender",
    "password": "password_file",
    "base_url": "url",
    "name": "paper",
    "username": "user",
    "lang": "language",
}

TEMPLATE = """\
# How the letter is posted. Kept beside the list; holds no password and no subscriber.
paper = "The paper's name"
url = "https://letters.example.org/"
# language = "zh-Hant"
sender = "The paper's letter <letter@example.org>"
list_id = "The paper's letter <letter.example.org>"
# reply_to = "people@example.org"
# mailto = "leave@example.org"
# test = "you@example.org"
# key = "/where/only/you/read/letters.key"
# rate = 2.0

# [smtp]
# host = "mail.example.org"
# tls = "starttls"
# user = "letter"
# password_file = "/where/only/you/read/password"

# [[support]]
# name = "Where supporters pay"
# url = "https://pay.example.org/the-paper"
"""


def load(folder: Path) -> Settings:
    """What the ``letters.toml`` in ``folder`` says; BadInstruction where it is not there or says what cannot be."""
    path = folder / NAME
    try:
        data = tomllib.loads(path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n"))
    except FileNotFoundError:
        raise BadInstruction(f"there is no {NAME} in {folder}", "Make a list with: backissue subscribers new") from None
    except UnicodeDecodeError as error:
        raise BadInstruction(f"{NAME} is not UTF-8 (byte {error.start})", "Save it as UTF-8.") from None
    except tomllib.TOMLDecodeError as error:
        raise BadInstruction(f"{NAME} is no TOML: {error}") from None
    except OSError as error:
        raise BadInstruction(f"cannot read {path}: {error.strerror}") from None
    top = _table(data, "")
    smtp, server = top.get("smtp"), top.get("server", {})
    if (language := top.get("language", "zh-Hant")) not in ("zh-Hant", "en"):
        _complain("language is neither zh-Hant nor en")
    rate = top.get("rate", 2.0)
    if not 0 < rate <= 1000:
        _complain("rate is no number of messages a second", "2.0 is two a second.")
    for name in ("reply_to", "mailto", "test"):
        if name in top:
            written = top[name].rpartition("<")[2].rstrip("> ") if name == "reply_to" else top[name]
            _address(written, name)
    return Settings(
        paper=top["paper"],
        url=_url(top["url"], "url"),
        language=language,
        sender=top.get("sender"),
        list_id=top.get("list_id"),
        reply_to=top.get("reply_to"),
        mailto=top.get("mailto"),
        test=top.get("test"),
        key=folder / Path(top["key"]).expanduser() if "key" in top else None,
        rate=rate,
        relay=_relay(_table(smtp, "smtp"), folder) if smtp is not None else None,
        client_header=_table(server, "server").get("client_header", "X-Forwarded-For"),
        support=tuple((s["name"], s["url"]) for s in (_table(each, "support") for each in top.get("support", ()))),
    )


def _table(data: Any, table: str) -> dict[str, Any]:
    keys, at = _KEYS[table], f" in [{table}]" if table else ""
    if not isinstance(data, dict):
        _complain(f"[[{table}]] is no table")
    out: dict[str, Any] = {}
    for name, value in data.items():
        if name not in keys:
            _complain(f"unknown key {name!r}{at}", _nearest(name, list(keys)))
        kind = keys[name][0]
        value = float(value) if kind is float and isinstance(value, int) and not isinstance(value, bool) else value
        if not isinstance(value, kind) or isinstance(value, bool):
            _complain(f"{name}{at} should be {_KINDS[kind]}", keys[name][2])
        if isinstance(value, str) and not value.strip():
            _complain(f"{name}{at} is empty", "Leave the key out instead.")
        out[name] = value
    for name, (_, needed, words) in keys.items():
        if needed and name not in out:
            _complain(f"there is no {name!r}{at}", words)
    return out


def _relay(said: Mapping[str, Any], folder: Path) -> Relay:
    tls, host = said.get("tls", "starttls"), said["host"]
    if tls not in ("starttls", "implicit", "none"):
        _complain("tls in [smtp] is not one of starttls, implicit, none")
    if tls == "none" and host not in _LOOPBACK:
        _complain('tls = "none" in [smtp] is for a server on this machine only', "Over a network, everybody on the way would read the addresses.")  # fmt: skip
    port = said.get("port", {"starttls": 587, "implicit": 465, "none": 25}[tls])
    if not 0 < port < 65536:
        _complain("port in [smtp] is none")
    if ("password_file" in said) + ("password_env" in said) != ("user" in said):
        _complain("[smtp] needs a user and one place where the password is, or neither", "Give user with password_file or password_env.")  # fmt: skip
    if re.search(r"[^!-~]", host):
        _complain("host in [smtp] is no host")
    return Relay(
        host=host,
        port=port,
        tls=tls,
        user=said.get("user"),
        password_file=folder / Path(said["password_file"]).expanduser() if "password_file" in said else None,
        password_env=said.get("password_env"),
        ca=folder / Path(said["ca"]).expanduser() if "ca" in said else None,
    )


def _url(text: str, name: str) -> str:
    split = urlsplit(text)
    secure = split.scheme == "https" or (split.scheme == "http" and split.hostname in _LOOPBACK)
    if not secure or not split.hostname or split.query or split.fragment or re.search(r"[^!-~]", text):
        _complain(f"{name} is no https:// address", "One click to unsubscribe needs https (RFC 8058, section 3.1).")
    return text.rstrip("/") + "/"


def _address(text: str, name: str) -> None:
    try:
        checked(text)
    except BadInstruction as error:
        _complain(f"{name}: {error}")


def _nearest(name: str, known: list[str]) -> str:
    if _MEANT.get(name.lower()) in known:
        return f"Did you mean {_MEANT[name.lower()]!r}?"
    near = difflib.get_close_matches(name.lower(), known, 1, 0.5)
    return f"Did you mean {near[0]!r}?" if near else f"It may be: {', '.join(known)}."


def _complain(what: str, hint: str = "") -> NoReturn:
    raise BadInstruction(f"{NAME}: {what}", hint)
