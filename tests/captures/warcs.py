"""Small evidence files made by hand, byte by byte, so that each can be broken in one known way."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import random
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass


def sha1(data: bytes) -> str:
    return base64.b32encode(hashlib.sha1(data).digest()).decode()


@dataclass
class Made:
    """A WARC record: ``fields`` over the usual ones; a field of None is left out."""

    url: str = "https://news.example/article/1"
    body: bytes = b"<p>text</p>"
    head: bytes = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
    type: str = "response"
    date: str = "2021-02-11T04:46:29Z"
    digests: bool = True
    fields: dict[str, str | None] | None = None
    version: str = "WARC/1.0"

    def bytes(self) -> bytes:
        http = self.type in ("response", "revisit")
        block = self.head + b"\r\n" + self.body if http else self.body
        said: dict[str, str | None] = {
            "WARC-Type": self.type,
            "WARC-Record-ID": f"<urn:uuid:00000000-0000-4000-8000-{zlib.crc32(self.url.encode() + self.date.encode()):012d}>",
            "WARC-Target-URI": self.url,
            "WARC-Date": self.date,
            "Content-Type": "application/http; msgtype=response" if http else "text/plain",
            "Content-Length": str(len(block)),
        }
        if self.digests and self.type != "revisit":
            said["WARC-Payload-Digest"] = f"sha1:{sha1(self.body)}"
            said["WARC-Block-Digest"] = f"sha1:{sha1(block)}"
        said |= self.fields or {}
        header = "".join(f"{name}: {value}\r\n" for name, value in said.items() if value is not None)
        return f"{self.version}\r\n{header}\r\n".encode() + block + b"\r\n\r\n"


def plain(*records: Made) -> bytes:
    return b"".join(record.bytes() for record in records)


def gz(*records: Made) -> bytes:
    return b"".join(gzip.compress(record.bytes(), mtime=0) for record in records)


def articles(count: int, size: int = 400, seed: int = 1) -> list[Made]:
    """Records whose bodies do not pack to nothing."""
    chance = random.Random(seed)
    return [
        Made(
            url=f"https://news.example/article/{n}",
            body="".join(chance.choice("報導眾聞香港台灣新記者abcdefgh \n") for _ in range(size)).encode(),
            date=f"2021-02-{n % 28 + 1:02d}T{n // 28 % 24:02d}:46:29Z",
        )
        for n in range(count)
    ]


def wacz(members: Iterable[tuple[str, bytes]], compression: int = zipfile.ZIP_STORED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def arc(*records: tuple[str, bytes]) -> bytes:
    head = b"1 0 Made here\nURL IP-address Archive-date Content-type Archive-length\n\n"
    out = b"filedesc://made.arc 0.0.0.0 20210211044629 text/plain %d\n" % len(head) + head
    for url, block in records:
        out += f"{url} 192.0.2.1 20210211044629 text/html {len(block)}\n".encode() + block + b"\n"
    return out
