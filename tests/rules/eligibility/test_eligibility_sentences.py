"""Who is eligible, in sentences: each in `sentences/*.yaml` is one test, in the very shape that programs send.

`with` changes the file's `base`, and null takes away. `outcomes` are findings as they are sent; `unable` adds more,
with evidence: `others` are all outcomes that are not named, and those that are `missing` are left out. `because`,
`missing` and `sources` are whole; `says` and `sourced` are among them.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from onward.rules.eligibility import advise
from onward.rules.eligibility.reading import case as read
from onward.vocabulary.told import Refused
from tests.rules.eligibility.literal import ADULT_OUTCOMES, CARER_OUTCOMES

FOLDER = Path(__file__).parent / "sentences"


def sentences() -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("*.yaml")):
        file = yaml.safe_load(path.read_text(encoding="utf-8"))
        found += [
            pytest.param(file["base"], each, id=f"{path.stem}: {each['sentence']}")
            for each in file["sentences"]
        ]
    return found


def case_of(base: dict[str, Any], each: dict[str, Any]) -> dict[str, Any]:
    given = {name: worth for name, worth in {**base, **each.get("with", {})}.items() if worth is not None}
    if {"outcomes", "unable"} & each.keys():
        named = each.get("outcomes", [])
        given["outcomes"] = named + findings(
            given["who"], each.get("unable", {}), {one["outcome"] for one in named}
        )
    return given


def findings(who: str, unable: dict[str, Any], named: set[str]) -> list[dict[str, Any]]:
    found: dict[str, Any] = {name: worth for name, worth in unable.items() if name != "others"}
    if "others" in unable:
        of_all = ADULT_OUTCOMES if who == "adult" else CARER_OUTCOMES
        found = dict.fromkeys((one for one in of_all if one not in named), unable["others"]) | found
    return [
        {"outcome": name} | ({} if worth == "nothing_said" else {"unable": worth, "evidence": "seen at home"})
        for name, worth in found.items()
        if worth != "missing"
    ]


@pytest.mark.parametrize(("base", "each"), sentences())
def test_who_is_eligible(base: dict[str, Any], each: dict[str, Any]) -> None:
    given = case_of(base, each)
    if "refused" in each:
        with pytest.raises(Refused) as refused:
            read(given)
        assert str(refused.value) == each["refused"]
        return
    answer = advise(read(given))
    assert answer.eligible == each["gives"]
    for name in ("because", "missing", "sources"):
        assert list(getattr(answer, name)) == each.get(name, list(getattr(answer, name)))
    assert set(each.get("says", [])) <= set(answer.because)
    assert set(each.get("sourced", [])) <= set(answer.sources)
