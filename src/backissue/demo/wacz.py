"""WACZ 1.1.1: a zip of a WARC, its sorted index, its pages, and a package description with digests of all.

The index is ``indexes/index.cdx.gz`` in blocks of 50 lines under ``indexes/index.idx``, as ZipNum has it.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from .warc import Answer, iso, sha1

__all__ = ["key", "pack"]


def key(url: str) -> str:
    """The sorted key of CDXJ: host reversed, ``www.`` dropped, path and query in lower case."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return ",".join(reversed(host.split("."))) + ")" + path.lower()


def _member(box: zipfile.ZipFile, name: str, data: bytes, resources: list[dict[str, object]]) -> None:
    info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.external_attr = 0o644 << 16
    box.writestr(info, data)
    resources.append(
        {
            "name": name.rsplit("/", 1)[-1],
            "path": name,
            "hash": "sha256:" + hashlib.sha256(data).hexdigest(),
            "bytes": len(data),
        }
    )


def pack(to: Path, warc: Path, held: list[tuple[Answer, int, int]], *, created: datetime) -> None:
    """Packs one WARC; ``held`` are its answers with their offsets and lengths."""
    name = warc.name
    lines = []
    for made, start, length in held:
        mime = (
            "warc/revisit"
            if made.revisit_of
            else next((v for k, v in made.headers if k == "Content-Type"), "unk").split(";")[0]
        )
        digest = made.revisit_of[2] if made.revisit_of else sha1(made.body)
        fields = {
            "url": made.url,
            "mime": mime,
            "status": str(made.status),
            "digest": f"sha1:{digest}",
            "length": str(length),
            "offset": str(start),
            "filename": name,
        }
        lines.append(f"{key(made.url)} {made.timestamp} {json.dumps(fields)}\n")
    lines.sort()
    blocks, idx, at = b"", ["!meta 0 " + json.dumps({"format": "cdxj-gzip-1.0", "filename": "index.cdx.gz"}) + "\n"], 0
    for first in range(0, len(lines), 50):
        squeeze = zlib.compressobj(9, zlib.DEFLATED, 31)
        block = squeeze.compress("".join(lines[first : first + 50]).encode()) + squeeze.flush()
        head = " ".join(lines[first].split(" ", 2)[:2])
        digest = hashlib.sha256(block).hexdigest()
        idx.append(
            f"{head} {json.dumps({'offset': at, 'length': len(block), 'digest': f'sha256:{digest}', 'filename': 'index.cdx.gz'})}\n"
        )
        blocks += block
        at += len(block)
    pages = [json.dumps({"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}) + "\n"]
    for made, _, _ in held:
        if made.status == 200 and not made.revisit_of:
            number = hashlib.md5(f"{made.url} {made.timestamp}".encode(), usedforsecurity=False).hexdigest()[:20]
            pages.append(json.dumps({"id": number, "url": made.url, "ts": iso(made.when)}) + "\n")
    resources: list[dict[str, object]] = []
    with zipfile.ZipFile(to, "w", zipfile.ZIP_STORED) as box:
        _member(box, f"archive/{name}", warc.read_bytes(), resources)
        _member(box, "indexes/index.cdx.gz", blocks, resources)
        _member(box, "indexes/index.idx", "".join(idx).encode(), resources)
        _member(box, "pages/pages.jsonl", "".join(pages).encode(), resources)
        package = {
            "profile": "data-package",
            "wacz_version": "1.1.1",
            "title": "pages kept by a volunteer",
            "created": iso(created),
            "software": "backissue demo",
            "resources": resources,
        }
        data = json.dumps(package, indent=2).encode()
        _member(box, "datapackage.json", data, [])
        seal = {"path": "datapackage.json", "hash": "sha256:" + hashlib.sha256(data).hexdigest()}
        _member(box, "datapackage-digest.json", json.dumps(seal, indent=2).encode(), [])
