"""``learn``: what is held is learned again, and a person's file is left alone."""

import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from backissue import demo, outlets
from backissue.cli import backissue, run
from backissue.model import BadInstruction
from backissue.pipeline import relearning
from backissue.pipeline.paper import Run
from backissue.run import Folder


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The captures of a paper, in a folder where nothing has been learned."""
    from backissue.pipeline import gathering

    place = tmp_path_factory.mktemp("learned")
    demo.make(place / "src", articles=24, seed=5, templates="theme", template_seed=3)
    folder = Folder.make(place / "paper")
    gathering.bring(Run(folder), [place / "src" / "warcs"])
    return folder.path


def test_what_is_learned_is_written_and_learned_again_while_nobody_touched_it(paper: Path) -> None:
    first = relearning.learn_again(paper)
    assert first.path == paper / "outlet.toml"
    assert first.eras == 1
    assert outlets.load(paper).eras[0].body == ".entry-content"
    again = relearning.learn_again(paper)
    assert not again.by_hand
    assert again.difference == ()


def test_a_persons_file_is_left_alone_and_the_difference_said(paper: Path) -> None:
    relearning.learn_again(paper)
    mine = (paper / "outlet.toml").read_text("utf-8").replace('body = ".entry-content"', 'body = ".post"')
    (paper / "outlet.toml").write_text(mine, "utf-8")
    try:
        found = relearning.learn_again(paper)
        assert (paper / "outlet.toml").read_text("utf-8") == mine
        assert found.by_hand
        assert {'-body = ".post"', '+body = ".entry-content"'} <= set(found.difference)
        assert tomllib.loads(found.path.read_text("utf-8"))["era"][0]["body"] == ".entry-content"
        answer = CliRunner().invoke(backissue, ["learn", "-C", str(paper), "--json"])
        assert '"path": "outlet.learned.toml"' in answer.stdout
    finally:
        (paper / "outlet.toml").unlink()


def test_nothing_is_learned_from_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "p" / "captures").mkdir(parents=True)
    with pytest.raises(BadInstruction, match="reads as an article"):
        relearning.learn_again(tmp_path / "p")
    assert run(["learn", "-C", str(tmp_path / "p")]) == 2
    assert "rescue" in capsys.readouterr().err
