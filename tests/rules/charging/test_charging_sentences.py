"""What people pay, in sentences: each in `sentences/*.yaml` is one test, in the very shape that programs send.

`with` changes the file's `base`; `gives` are parts of the answer, `because` are sentences of steps, word for word,
`silent` are sentences that are not said, and `refused` is the whole sentence of a refusal.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from onward.config.charging.answers import as_json
from onward.policy.charging_councils import policy, written
from onward.rules.charging import Policy, Refused, Step, charge
from onward.rules.charging.deferred import deferred
from onward.rules.charging.reading import case as read
from onward.rules.charging.terms import terms
from onward.vocabulary.money import shown

FOLDER = Path(__file__).parent / "sentences"


def sentences() -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("*.yaml")):
        file = yaml.safe_load(path.read_text(encoding="utf-8"))
        found += [
            pytest.param(file.get("base", {}), each, id=f"{path.stem}: {each['sentence']}")
            for each in file["sentences"]
        ]
    return found


def policy_of(council: dict[str, Any] | None) -> Policy:
    return written({"source": "a test", **council}, "test.yaml", "Larkmoor", "") if council else policy()


def answer_to(given: dict[str, Any], in_force: Policy) -> dict[str, Any]:
    told = read(given)
    answer = charge(told, in_force)
    owed = deferred(told, answer, terms(given), in_force) if "weeks" in given else None
    check_steps(answer.steps + (owed.steps if owed else ()))
    return as_json(answer, owed)


def check_steps(steps: tuple[Step, ...]) -> None:
    """Each step says its own amount, and has a source, unless it only sums up or says what nobody told."""
    for each in steps:
        assert each.amount == 0 or shown(each.amount) in each.says, each
        assert each.source or each.says.startswith(
            ("Nobody told us", "So your income", "You told us of no income")
        ), each


@pytest.mark.parametrize(("base", "each"), sentences())
def test_what_a_person_pays(base: dict[str, Any], each: dict[str, Any]) -> None:
    given = {name: worth for name, worth in {**base, **each.get("with", {})}.items() if worth != "nothing"}
    in_force = policy_of(each.get("council"))
    if "refused" in each:
        with pytest.raises(Refused) as refused:
            answer_to(given, in_force)
        assert str(refused.value) == each["refused"]
        return
    answer = answer_to(given, in_force)
    assert {name: _part(answer, name) for name in each["gives"]} == each["gives"]
    assert [says for says in each.get("because", []) if says not in answer["because"]] == []
    assert [says for says in each.get("silent", []) if says in answer["because"]] == []
    assert [source for source in each.get("sources", []) if source not in answer["sources"]] == []


def _part(answer: dict[str, Any], name: str) -> Any:
    """A part of the answer; what is kept by its own name."""
    return answer["kept"][name] if name in answer["kept"] else answer[name]
