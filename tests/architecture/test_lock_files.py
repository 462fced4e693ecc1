"""The check of the lock files, and the lock files."""

import pytest

from tests.architecture.lock_files import ROOT, lags_behind, of_npm, of_requirements, problems

HASH = "--hash=sha256:" + "0" * 64


def test_our_lock_files_are_sound() -> None:
    assert problems(ROOT) == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (f"--index-url https://mirror.example/simple\na==1 \\\n    {HASH}\n", "line 1 has an address"),
        (f"a @ https://mirror.example/a.whl {HASH}\n", "line 1 has an address"),
        ("a==1\n", "a==1 has no hash"),
        (f"a==1 \\\n    {HASH}\nb==2 ; python_version < '3.12'\n", "b==2 has no hash"),
        (f"a>=1 \\\n    {HASH}\n", "a>=1 has no exact version"),
    ],
)
def test_a_faulty_requirement_is_told(text: str, says: str) -> None:
    assert any(fault.startswith(says) for fault in of_requirements(text))


def test_a_sound_requirement_passes() -> None:
    assert (
        list(of_requirements(f"# why\na[b]==1 ; python_version < '3.12' \\\n    {HASH} \\\n    {HASH}\n"))
        == []
    )


@pytest.mark.parametrize("wanted", ["b==1", "b", "a[extra]==2"])
def test_a_lock_that_lags_behind_is_told(wanted: str) -> None:
    (fault,) = lags_behind(f"# why\n-r base.in\n{wanted}\n", f"a==1 \\\n    {HASH}\n")
    assert "Run `make lock`" in fault


def test_a_lock_that_has_everything_passes() -> None:
    assert list(lags_behind("A_b[extra]==1\nc\n", f"a-b==1 \\\n    {HASH}\nc==2 {HASH}\n")) == []


@pytest.mark.parametrize(
    ("package", "says"),
    [
        ('"resolved": "https://mirror.example/a.tgz", "integrity": "x"', "it has"),
        ('"version": "1"', "node_modules/a"),
    ],
)
def test_a_faulty_npm_lock_is_told(package: str, says: str) -> None:
    (fault,) = of_npm(f'{{"packages": {{"": {{}}, "node_modules/a": {{{package}}}}}}}')
    assert fault.startswith(says)
