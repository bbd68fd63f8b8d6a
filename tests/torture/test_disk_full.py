"""A full disk is one clear line and exit code 3; with space, the next run ends as if nothing had been."""

import contextlib
import os
import subprocess

import pytest

from backissue import demo, pipeline
from backissue.cli import run
from torture.crash import temporary, tree


@contextlib.contextmanager
def small_disk(folder, size):
    """A file system of its own, so small that it fills up; needs the right to mount one."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if os.geteuid() or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this user may not mount a small file system")
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.mark.parametrize("size", ["1m", "2m", "3m", "4m"])
def test_a_disk_that_fills_up_loses_nothing(tmp_path, capsys, size):
    lost, disk, elsewhere = tmp_path / "lost", tmp_path / "disk", tmp_path / "elsewhere"
    demo.make(lost, articles=40, seed=1)
    elsewhere.mkdir()
    (elsewhere / "outlet.toml").write_text(demo.OUTLET_TOML)
    pipeline.rescue(elsewhere, [lost / "warcs"])
    with small_disk(disk, size):
        paper = disk / "paper"
        paper.mkdir()
        (paper / "outlet.toml").write_text(demo.OUTLET_TOML)
        assert run(["rescue", str(lost / "warcs"), "--to", str(paper), "--engine", "inline"]) == 3
        told = [line for line in capsys.readouterr().err.splitlines() if line.startswith("backissue: ")]
        assert len(told) == 1
        assert "No space left" in told[0] or "full" in told[0]
        subprocess.run(["mount", "-o", "remount,size=200m", str(disk)], check=True)
        assert run(["rescue", str(lost / "warcs"), "--to", str(paper), "--engine", "inline"]) == 0
        assert tree(paper / "archive") == tree(elsewhere / "archive")
        assert temporary(paper) == []
