"""outlet.py is code: it runs only where somebody said so, for exactly these bytes."""

import pytest

from backissue import outlets
from backissue.model import BadInstruction, Finding


@pytest.fixture(autouse=True)
def configuration(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config/backissue/trusted.toml"


@pytest.fixture
def paper(tmp_path):
    folder = tmp_path / "paper"
    folder.mkdir()
    return folder


CODE = "def repair(html, capture):\n    return html.upper()\n"


def test_a_folder_without_code_has_no_hooks(paper):
    assert outlets.hooks(paper) == outlets.Hooks()


def test_untrusted_code_does_not_run(paper, tmp_path):
    (paper / "outlet.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\n")
    found = outlets.hooks(paper)
    assert isinstance(found, Finding)
    assert found.code == "outlet.hooks-not-trusted"
    assert not (tmp_path / "ran").exists()


def test_trusted_code_runs_until_it_changes(paper, configuration):
    (paper / "outlet.py").write_text(CODE)
    digest = outlets.trust(paper)
    hooks = outlets.hooks(paper)
    assert isinstance(hooks, outlets.Hooks)
    assert hooks.repair is not None
    assert hooks.repair("a", None) == "A"
    assert hooks.fields is None
    assert hooks.digest == digest
    assert digest in configuration.read_text("utf-8")
    assert str(paper) not in configuration.read_text("utf-8")
    (paper / "outlet.py").write_text(CODE + "#")
    assert isinstance(outlets.hooks(paper), Finding)


def test_trusting_twice_writes_once(paper, configuration):
    (paper / "outlet.py").write_text(CODE)
    outlets.trust(paper)
    before = configuration.read_bytes()
    outlets.trust(paper)
    assert configuration.read_bytes() == before


def test_there_must_be_something_to_trust(paper):
    with pytest.raises(BadInstruction, match=r"no outlet\.py"):
        outlets.trust(paper)


def test_code_that_does_not_load_is_told_by_its_error(paper):
    (paper / "outlet.py").write_text("def (")
    outlets.trust(paper)
    with pytest.raises(BadInstruction, match="SyntaxError"):
        outlets.hooks(paper)


def test_a_hook_must_be_a_function(paper):
    (paper / "outlet.py").write_text("finish = 3\n")
    outlets.trust(paper)
    with pytest.raises(BadInstruction, match="finish is not a function"):
        outlets.hooks(paper)
