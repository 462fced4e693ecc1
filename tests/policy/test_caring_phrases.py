"""How people speak of looking after somebody: the phrases of policy."""

from collections.abc import Iterator
from typing import Any

import pytest

from onward.policy import caring
from onward.policy.files import PolicyProblem


@pytest.fixture(autouse=True)
def read_anew() -> Iterator[None]:
    caring.phrases.cache_clear()
    yield
    caring.phrases.cache_clear()


def test_each_verb_goes_with_each_whom_and_whole_phrases_stay_whole() -> None:
    found = caring.phrases()
    assert {"look after my mum", "sit with him", "can t leave her", "relies on me"} <= set(found)
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ({"verbs": ["help"], "whom": ["Mum"], "whole": []}, "lower-case"),
        ({"verbs": ["can't leave"], "whom": ["mum"], "whole": []}, "lower-case"),
        ({"verbs": ["help"], "whom": ["mum"]}, "whole"),
        ({"verbs": 3, "whom": ["mum"], "whole": []}, "lacks"),
    ],
)
def test_a_file_that_is_not_as_expected_is_told(
    content: dict[str, Any], says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(caring, "read_yaml", lambda _: content)
    with pytest.raises(PolicyProblem, match=says):
        caring.phrases()
