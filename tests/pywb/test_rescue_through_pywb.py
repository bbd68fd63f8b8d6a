"""`backissue rescue CDX --host HOST --rate 100 --to DIR`: the whole road from a web archive's server to a paper."""

from __future__ import annotations

import json

import pytest
from test_pywb import readable

from backissue import demo
from backissue.archive import Archive
from backissue.cli import run


@pytest.fixture(scope="module")
def lost(tmp_path_factory):
    folder = tmp_path_factory.mktemp("lost") / "demo"
    demo.make(folder, articles=30, seed=5)
    return folder


def test_a_paper_is_rescued_from_a_server_alone(pywb, lost, tmp_path, capsys):
    warcs = [p for p in sorted((lost / "warcs").iterdir()) if p.name.endswith((".warc.gz", ".warc")) and readable(p)]
    paper = tmp_path / "paper"
    with pywb(tmp_path / "pywb", warcs) as base:
        command = ["rescue", f"{base}/web/cdx", "--host", demo.PAPER.host, "--rate", "100", "--to", str(paper)]
        assert run([*command, "--engine", "inline", "--json"]) == 0
        first = json.loads(capsys.readouterr().out)
        assert run([*command, "--engine", "inline", "--json"]) == 0
        second = json.loads(capsys.readouterr().out)
    assert first["law"], first["findings"]
    assert second["captures"] == first["captures"]
    assert first["collected"]["held"] > 30
    assert (second["collected"]["held"], second["collected"]["bad"]) == (0, 0)
    names = {p.name for p in warcs}
    truth = [json.loads(line) for line in (lost / "truth.jsonl").read_text(encoding="utf-8").splitlines()]
    good = {c["article"] for c in truth if c["is"] == "capture" and c["file"] in names and c["what"] == "article"}
    held = {r.id for r in Archive(paper).records("article")} | {
        x.id for r in Archive(paper).records("article") for x in r.revisions if x.id
    }
    assert good
    assert good <= held
    assert first["articles"]["held"] == len({r.id for r in Archive(paper).records("article")})
