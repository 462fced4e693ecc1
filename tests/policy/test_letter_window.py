"""Where an envelope shows the address: the national place, or a council's own, and what is wrong with one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from onward.policy import councils, files, letters
from onward.policy.files import PolicyProblem
from onward.policy.letters import Window, window


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The file of a council of our own, beside the national one."""
    national = files.FOLDER / letters.FILE
    for module in (files, councils):
        monkeypatch.setattr(module, "FOLDER", tmp_path)
    for path, text in ((letters.FILE, national.read_text()), ("councils/own/council.yaml", "name: Own")):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    _forget()
    yield tmp_path / "councils/own/council.yaml"
    _forget()


def _forget() -> None:
    for cached in (files.read_yaml, files.version, letters.window):
        cached.cache_clear()


def test_the_national_place_is_the_one_that_notify_prints_by() -> None:
    assert window("larkmoor") == Window(left=24.6, top=39.5, width=95.4, height=26.8)


def test_a_councils_own_envelopes_have_their_own(own: Path) -> None:
    own.write_text("letter_window: {left: 20, top: 57, width: 85, height: 24}")
    assert window("own") == Window(left=20, top=57, width=85, height=24)


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ("[1, 2]", "needs `left`, `top`, `width` and `height`"),
        ("{left: 20}", "needs `left`, `top`, `width` and `height`"),
        ("{left: 20, top: up, width: 85, height: 24}", "needs `left`, `top`, `width` and `height`"),
        ("{left: 20, top: 10, width: 85, height: 24}", "between 32 and 92 mm"),
        ("{left: 20, top: 70, width: 85, height: 24}", "between 32 and 92 mm"),
        ("{left: 40, top: 57, width: 85, height: 24}", "122 mm from the left"),
    ],
)
def test_a_place_that_cannot_be_is_told_with_its_file(own: Path, said: str, says: str) -> None:
    own.write_text(f"letter_window: {said}")
    with pytest.raises(PolicyProblem, match=says) as problem:
        window("own")
    assert "councils/own/council.yaml" in str(problem.value)
