"""Addresses out of files: one a line, or out of the reports that mail servers send back.

A file is read as mail where it begins like mail (a delivery status notification, RFC 3464,
or an mbox of them); else it is addresses, one a line. Only a failure for good counts:
a report of delay says nothing. Refuses to guess addresses out of running text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import Message

from backissue.subscribers.addresses import BadAddress, checked
from backissue.subscribers.rolls import is_token

__all__ = ["failed", "is_mail", "lines"]

_MAIL = re.compile(rb"(?:From |[A-Za-z][A-Za-z0-9-]*:[ \t])")
_MBOX = re.compile(rb"(?m)^From .*\r?\n")


def lines(data: bytes) -> Iterator[tuple[int, str]]:
    """The lines that say something, with their numbers from 1: an address, a token, or an address to leave by.

    Of the last only its token is given.
    """
    for number, raw in enumerate(data.decode("utf-8-sig", "replace").splitlines(), 1):
        line = raw.strip()
        if line and not line.startswith("#"):
            last = line.rstrip("/").rpartition("/")[2]
            yield number, last if line.startswith("http") and is_token(last) else line


def is_mail(data: bytes) -> bool:
    """Whether ``data`` begins as mail does."""
    return bool(_MAIL.match(data.lstrip()))


def failed(data: bytes) -> Iterator[str]:
    """The addresses that a mail, or an mbox, reports as failed for good; each as often as it is reported."""
    data = data.lstrip()
    starts = [m.end() for m in _MBOX.finditer(data)] if data.startswith(b"From ") else [0]
    for start, end in zip(starts, [*starts[1:], len(data)], strict=True):
        for part in message_from_bytes(data[start:end], policy=policy.compat32).walk():
            if part.get_content_type() == "message/delivery-status":
                yield from _of(part)


def _of(status: Message) -> Iterator[str]:
    fields = status.get_payload()
    if not isinstance(fields, list):
        return
    for one in fields:
        if not isinstance(one, Message):
            continue
        final = str(one.get("Action", "")).strip().lower() == "failed"
        if not final or not str(one.get("Status", "5")).strip().startswith("5"):
            continue
        for header in ("Original-Recipient", "Final-Recipient"):  # an alias may have gone on elsewhere
            address = str(one.get(header, "")).partition(";")[2].strip().strip("<>")
            try:
                yield checked(address)
                break
            except BadAddress:
                continue
