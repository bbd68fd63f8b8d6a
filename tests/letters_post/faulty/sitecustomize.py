"""Makes every letter of a process that starts with this fail: with the address in the error's words, or by an abort."""

import os
import smtplib


def _fail(self, address, *_):
    if os.environ.get("ABORT"):
        os.abort()
    raise ValueError(f"no letter for {address}")


smtplib.SMTP.rcpt = _fail
