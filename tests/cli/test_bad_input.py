"""Every wrong instruction is one clear line, the published exit code, and nothing changed."""

import os
import subprocess
import sys

import pytest

from backissue import disk
from backissue.cli import run


def said(capsys):
    return capsys.readouterr().err.strip().splitlines()


@pytest.mark.parametrize(
    ("make", "word"),
    [
        (lambda p: None, "there is no file"),
        (lambda p: p.write_bytes(b""), "is empty"),
        (lambda p: p.write_text("Dear diary,\nno captures today.\n"), "is no WARC"),
        (lambda p: p.mkdir(), "no source could be read"),
    ],
    ids=["missing", "empty", "no-warc", "empty-folder"],
)
def test_a_source_that_cannot_be_read_is_said_in_one_line(tmp_path, capsys, make, word):
    source = tmp_path / "paper.warc.gz"
    make(source)
    assert run(["rescue", str(source), "--to", str(tmp_path / "paper")]) == 2
    lines = [line for line in said(capsys) if line.startswith("backissue: ")]
    assert len(lines) == 1
    assert word in lines[0]
    assert not (tmp_path / "paper" / "archive").exists()


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path, capsys):
    (tmp_path / "holiday.jpg").write_bytes(b"sun")
    (tmp_path / "x.warc").write_bytes(b"")
    assert run(["rescue", str(tmp_path / "x.warc"), "--to", str(tmp_path)]) == 2
    assert "holds something else already" in said(capsys)[0]
    assert sorted(os.listdir(tmp_path)) == ["holiday.jpg", "x.warc"]


def test_a_second_run_at_once_is_refused_and_told_to_wait(tmp_path, capsys):
    with disk.locked(tmp_path / "paper"):
        assert run(["rescue", str(tmp_path), "--to", str(tmp_path / "paper")]) == 3
    assert "another run is at work" in said(capsys)[0]


def test_an_unknown_key_in_outlet_toml_names_itself_and_its_neighbour(tmp_path, capsys):
    (tmp_path / "paper").mkdir()
    (tmp_path / "paper" / "outlet.toml").write_text('name = "甲"\nhosts = ["a.example"]\ntimezon = "UTC"\n')
    assert run(["rescue", str(tmp_path), "--to", str(tmp_path / "paper")]) == 2
    told, hint, *_ = said(capsys)
    assert "'timezon'" in told
    assert "timezone" in hint


def test_a_folder_that_is_no_papers_is_named(tmp_path, capsys):
    assert run(["audit", "-C", str(tmp_path)]) == 2
    assert "is no paper's folder" in said(capsys)[0]


def test_a_folder_that_holds_an_adopted_archive_is_not_rescued_over(tmp_path, capsys):
    (tmp_path / "paper" / "captures" / "adopted").mkdir(parents=True)
    assert run(["rescue", str(tmp_path / "x.warc"), "--to", str(tmp_path / "paper")]) == 2
    assert "holds an adopted archive" in said(capsys)[0]


def test_an_unknown_command_is_told_its_neighbour(capsys):
    assert run(["resuce"]) == 2
    assert "Did you mean rescue?" in capsys.readouterr().err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_a_broken_world(tmp_path, capsys):
    (tmp_path / "locked").mkdir(mode=0o500)
    assert run(["rescue", str(tmp_path), "--to", str(tmp_path / "locked" / "paper")]) == 3
    assert "Choose a folder you may write to" in capsys.readouterr().err


def test_output_into_a_closed_pipe_is_no_error():
    ended = subprocess.run(
        f"{sys.executable} -m backissue --help | head -n 1", check=False, shell=True, capture_output=True, text=True
    )
    assert ended.stdout.startswith("Usage: backissue")
    assert ended.stderr == ""
