"""The same content has the same digest, whatever order it is written in; decimals keep their digits."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.policy import canonical
from onward.policy.national import names, newest
from onward.questionnaires.json_text import read

numbers = st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-1000, max_value=1000)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | numbers | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner, max_size=4)
    ),
    max_leaves=15,
)


@given(values)
def test_what_is_written_reads_the_same(value: object) -> None:
    for text in (canonical.text(value), canonical.readable(value)):
        found, issues = read(text.encode(), "It")
        assert (issues, canonical.text(found)) == ([], canonical.text(value))


def test_order_and_what_a_server_adds_make_no_difference() -> None:
    one = {"a": 1, "b": [Decimal("1.10")], "id": "x", "meta": {"versionId": "1"}}
    other = {"b": [Decimal("1.10")], "a": 1}
    assert canonical.digest(one) == canonical.digest(other)
    assert canonical.text(other) == '{"a":1,"b":[1.10]}'


@pytest.mark.parametrize("changed", [{"a": 2}, {"a": 1, "c": 1}, {"a": "1"}, {"a": Decimal("1.0")}])
def test_any_other_difference_does(changed: dict[str, object]) -> None:
    assert canonical.digest(changed) != canonical.digest({"a": 1})


@pytest.mark.parametrize("name", names())
def test_a_form_is_readable_and_comes_back_the_same(name: str) -> None:
    raw = newest(name).raw
    assert json.loads(canonical.readable(raw)) == json.loads(canonical.text(raw))
