"""A mail server by aiosmtpd that does what the recipient's name says; started as a process of its own.

``r550-1@…`` is refused at RCPT, ``d451-1@…`` after the text, ``once451-1@…`` only the first time; ``cutrcpt``,
``cutmid`` and ``cutend`` lose the connection at RCPT, within the text, and after it was taken but before the answer.
Everything that was taken stands as a line of JSON in the log; with a folder, its bytes stand there too.
"""

# ruff: noqa: N802  (the names of verbs are aiosmtpd's)

from __future__ import annotations

import asyncio
import json
import ssl
import sys
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, Envelope, Session


class Server(SMTP):
    def __init__(self, *a: Any, log: Any, keep: Path | None, seen: dict[str, int], **k: Any) -> None:
        super().__init__(self, *a, **k)
        self.out, self.keep, self.seen = log, keep, seen

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        kind = address.split("-", maxsplit=1)[0]
        self.seen[address] = self.seen.get(address, 0) + 1
        if kind == "cutrcpt":
            self.transport.abort()
        if kind.startswith("r") and kind[1:].isdigit():
            return f"{kind[1:]} {'5.1.1' if kind[1] == '5' else '4.7.1'} <{address}> is not wanted here"
        if kind == "once451" and self.seen[address] == 1:
            return f"451 4.7.1 {address}: greylisted"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def smtp_DATA(self, arg: str) -> None:
        if self.envelope.rcpt_tos and self.envelope.rcpt_tos[0].startswith("cutmid"):
            await self.push("354 go on")
            await self._reader.read(200)
            self.transport.abort()
            return
        await super().smtp_DATA(arg)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        to = envelope.rcpt_tos[0]
        kind = to.split("-")[0]
        if kind.startswith("d") and kind[1:].isdigit():
            return f"{kind[1:]} no letter for {to}"
        assert len(envelope.rcpt_tos) == 1
        data = envelope.content
        assert isinstance(data, bytes)
        self.out.write(
            json.dumps(
                {
                    "to": to,
                    "from": envelope.mail_from,
                    "helo": session.host_name,
                    "tls": bool(self.transport.get_extra_info("ssl_object")),
                }
            )
            + "\n"
        )
        self.out.flush()
        if self.keep:
            (self.keep / f"{len(list(self.keep.iterdir()))}-{to}").write_bytes(data)
        if kind == "cutend":
            self.transport.abort()
        return "250 2.0.0 taken"


async def main(log: str, keep: str, cert: str, mode: str) -> None:
    seen: dict[str, int] = {}
    context = None
    if cert:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(cert, cert)
    with open(log, "a") as out:

        def make() -> Server:
            starttls = context if mode == "starttls" else None
            return Server(
                log=out, keep=Path(keep) if keep else None, seen=seen, hostname="mail.test", data_size_limit=1 << 22,
                tls_context=starttls, require_starttls=bool(starttls), enable_SMTPUTF8=False,
            )  # fmt: skip

        loop = asyncio.get_running_loop()
        there = await loop.create_server(make, "127.0.0.1", 0, ssl=context if mode == "implicit" else None)
        print(there.sockets[0].getsockname()[1], flush=True)
        await there.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
