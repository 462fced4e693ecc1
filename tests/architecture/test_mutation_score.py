"""What counts as noticed when the rules are changed bit by bit."""

import pytest

from tests.mutation import judge

NOTHING = dict.fromkeys(
    ("killed", "timeout", "survived", "no_tests", "skipped", "suspicious", "segfault", "total"), 0
)


@pytest.mark.parametrize(
    ("counts", "code"),
    [
        ({"killed": 90, "survived": 10, "total": 100}, 0),
        ({"killed": 89, "survived": 11, "total": 100}, 1),
        ({"killed": 80, "timeout": 10, "no_tests": 10, "total": 100}, 0),
        ({"killed": 90, "skipped": 10, "total": 100}, 0),
        ({"killed": 9, "suspicious": 3, "total": 12}, 1),
        ({}, 1),  # nothing was changed: nothing was proven
    ],
)
def test_the_score(counts: dict[str, int], code: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert judge(NOTHING | counts, survivors="a.rule: survived\n") == code
    assert "a.rule: survived" in capsys.readouterr().out
