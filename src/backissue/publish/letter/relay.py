"""One talk with a mail server: one recipient a message, nothing of an answer kept but its numbers.

TLS with the server's certificate checked, unless the server is this machine. It says the
sender's domain for a greeting, not this machine's name. Mail servers quote addresses in
their refusals, so no exception and no answer from here holds any of their words.
"""

from __future__ import annotations

import contextlib
import re
import smtplib
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from backissue import disk
from backissue.model import BadInstruction, BrokenWorld
from backissue.subscribers.settings import Relay

__all__ = ["Answer", "Cut", "Talk"]

_ENHANCED = re.compile(rb"([245]\.\d{1,3}\.\d{1,3})\b")
_PATIENCE = 120.0
"""Seconds to wait for an answer. RFC 5321, 4.5.3.2, would have ten minutes after the text; one message then holds up all."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server said: a code such as 250, and its enhanced status such as 5.1.1, if any (RFC 3463)."""

    code: int
    status: str = ""

    @property
    def good(self) -> bool:
        """Taken."""
        return 200 <= self.code < 300

    @property
    def final(self) -> bool:
        """Refused for good; what is neither may be tried again."""
        return 500 <= self.code < 600


class Cut(Exception):  # noqa: N818  (what happened, as in model)
    """The talk broke off; ``late`` where it was after the text was begun, so that nobody knows."""

    def __init__(self, *, late: bool) -> None:
        super().__init__("the mail server broke off")
        self.late = late


class Talk:
    """A connection to the relay, opened when it is needed and again when it was lost."""

    def __init__(self, relay: Relay, greeting: str, where: Path) -> None:
        self._relay, self._greeting, self._where = relay, greeting, where
        self._smtp: smtplib.SMTP | None = None

    def deliver(self, sender: str, address: str, data: bytes, before: Callable[[], None]) -> Answer:
        """Hand over one message; ``before`` is called when the recipient was taken, right before the text.

        Raises Cut where the connection is lost, BrokenWorld where there is none to be had.
        """
        smtp = self._connected()
        late = False
        try:
            for verb, ask in (("MAIL", lambda: smtp.mail(sender)), ("RCPT", lambda: smtp.rcpt(address))):
                answer = self._step(verb, ask)
                if not answer.good:
                    self._forget_or_close(answer)
                    return answer
            before()
            late = True
            answer = self._step("DATA", lambda: smtp.docmd("DATA"))
            if answer.code != 354:
                self._forget_or_close(answer)
                return answer if not answer.good else Answer(451)
            disk.step("before text", self._where)
            smtp.send(_dotted(data))
            disk.step("after text", self._where)
            answer = self._step("answer", smtp.getreply)
        except (OSError, smtplib.SMTPException):
            self.close(politely=False)
            raise Cut(late=late) from None
        if not (answer.good or 400 <= answer.code < 600):  # an answer that is none, -1 in smtplib's words
            self.close(politely=False)
            raise Cut(late=True)
        if answer.code == 421:
            self.close(politely=False)
        return answer

    def close(self, *, politely: bool = True) -> None:
        """End the talk; a server that will not say goodbye is left."""
        smtp, self._smtp = self._smtp, None
        if smtp is None:
            return
        try:
            if politely:
                self._step("QUIT", smtp.quit)
        except (OSError, smtplib.SMTPException):
            return
        finally:
            smtp.close()

    def _step(self, verb: str, ask: Callable[[], tuple[int, bytes]]) -> Answer:
        disk.step(f"before {verb}", self._where)
        code, words = ask()
        disk.step(f"after {verb}", self._where)
        found = _ENHANCED.match(words)
        return Answer(code, found[1].decode() if found else "")

    def _forget_or_close(self, answer: Answer) -> None:
        """After a refusal the next message starts anew."""
        if answer.code in (421, -1):
            self.close(politely=False)
        elif self._smtp is not None:
            try:
                self._step("RSET", self._smtp.rset)
            except (OSError, smtplib.SMTPException):
                self.close(politely=False)

    def _connected(self) -> smtplib.SMTP:
        if self._smtp is None:
            disk.step("before connect", self._where)
            self._smtp = self._connect()
            disk.step("after connect", self._where)
        return self._smtp

    def _connect(self) -> smtplib.SMTP:
        relay = self._relay
        smtp: smtplib.SMTP
        if relay.tls == "implicit":
            smtp = smtplib.SMTP_SSL(timeout=_PATIENCE, local_hostname=self._greeting, context=_context(relay))
        else:
            smtp = smtplib.SMTP(timeout=_PATIENCE, local_hostname=self._greeting)
        with contextlib.ExitStack() as undo:
            undo.callback(smtp.close)
            try:
                self._greet(smtp)
            except smtplib.SMTPAuthenticationError as error:
                raise BadInstruction(f"the mail server refuses the name or the password ({error.smtp_code})", "Look at [smtp] in letters.toml.") from None  # fmt: skip
            except smtplib.SMTPNotSupportedError:
                raise BadInstruction("the mail server offers no TLS, or no way to log in", "Look at tls and port in letters.toml.") from None  # fmt: skip
            except ssl.SSLCertVerificationError:
                raise BadInstruction("the mail server's certificate does not hold", "Look at host in letters.toml; ca names one of your own.") from None  # fmt: skip
            except OSError as error:  # smtplib's own errors are among them, with the server's words in them
                spoken = isinstance(error, smtplib.SMTPException) or not error.strerror
                kind = type(error).__name__ if spoken else error.strerror
                raise BrokenWorld(f"no talk with the mail server: {kind}", "Run this again later: it goes on where it stopped.") from None  # fmt: skip
            undo.pop_all()
        return smtp

    def _greet(self, smtp: smtplib.SMTP) -> None:
        relay = self._relay
        _named(smtp, relay.host)
        code, _ = smtp.connect(relay.host, relay.port)
        if code != 220:
            raise BrokenWorld(f"the mail server does not want to talk now ({code})", "Run this again later: it goes on where it stopped.")  # fmt: skip
        if relay.tls == "starttls":
            smtp.starttls(context=_context(relay))
        smtp.ehlo_or_helo_if_needed()
        if relay.user:
            smtp.login(relay.user, relay.password())


def _context(relay: Relay) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=str(relay.ca) if relay.ca else None)
    except (OSError, ssl.SSLError):
        raise BadInstruction(f"cannot read certificates in {relay.ca}", "Look at ca in letters.toml.") from None


def _named(smtp: Any, host: str) -> None:
    """The name that a certificate must bear: smtplib takes it from its constructor alone, which would connect at once."""
    smtp._host = host


def _dotted(data: bytes) -> bytes:
    """The text as it goes over the wire (RFC 5321, 4.5.2)."""
    data = re.sub(rb"(?m)^\.", b"..", data)
    return data + (b"" if data.endswith(b"\r\n") else b"\r\n") + b".\r\n"
