"""pywb, the honest stand-in for playback: a program of its own, in an environment of its own, on loopback."""

from __future__ import annotations

import contextlib
import fcntl
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
VENV = ROOT / ".venv-pywb"
LOCK = Path(__file__).with_name("requirements.lock")


def pywb_programs() -> Path:
    """The folder of pywb's programs; installed from the lock file the first time (half a minute)."""
    ready = VENV / ".ready"
    with (Path(tempfile.gettempdir()) / "backissue-pywb.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not ready.exists() or ready.read_bytes() != LOCK.read_bytes():
            subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True)
            pip = [str(VENV / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
            subprocess.run([*pip, "--require-hashes", "-r", str(LOCK)], check=True, stderr=subprocess.DEVNULL)
            ready.write_bytes(LOCK.read_bytes())
    return VENV / "bin"


@contextlib.contextmanager
def serving(programs: Path, folder: Path, warcs: list[Path]) -> Iterator[str]:
    """pywb over those files while the block runs, its collection at ``{base}/web/``."""
    folder.mkdir(parents=True)
    for words in (["init", "made"], ["add", "made", *map(str, warcs)]):
        manager = [str(programs / "wb-manager"), *words]
        subprocess.run(manager, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    (folder / "config.yaml").write_text(
        "collections:\n  web:\n    index_paths: ./collections/made/indexes/\n    archive_paths: ./collections/made/archive/\n"
        "framed_replay: false\nredirect_to_exact: true\n"
    )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = (folder / "log").open("wb")
    server = subprocess.Popen(
        [str(programs / "wayback"), "-b", "127.0.0.1", "-p", str(port)],
        cwd=folder,
        stdout=log,
        stderr=log,
        env={**os.environ},
    )
    base = f"http://127.0.0.1:{port}"
    try:
        for _ in range(300):
            assert server.poll() is None, (folder / "log").read_text()
            with contextlib.suppress(OSError):
                urllib.request.urlopen(f"{base}/", timeout=5).close()
                break
            time.sleep(0.1)
        yield base
    finally:
        server.terminate()
        server.wait(20)
        log.close()
