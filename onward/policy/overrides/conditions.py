"""`when:` and `unless:`, as FHIR's enableWhen."""

from onward.policy.overrides.changes import Change
from onward.policy.overrides.findings import CannotApply
from onward.policy.overrides.tree import Json, option, spot

_BOOLEAN = {"yes": True, "true": True, "no": False, "false": False}
ANSWERED = "answered"


def of(form: Json, change: Change) -> Json:
    """The elements that say when the new item is asked; nothing where it always is."""
    when: dict[str, str | list[str]] = change.given.get("when", {})
    unless: dict[str, str | list[str]] = change.given.get("unless", {})
    several = [answers for answers in when.values() if isinstance(answers, list) and len(answers) > 1]
    if several and len(when) + len(unless) > 1:
        raise CannotApply("`when` takes several answers of one question, or one answer each of several.")
    found = [_condition(form, link_id, each, "=") for link_id, said in when.items() for each in _list(said)]
    for link_id, said in unless.items():
        if spot(form, link_id).item.get("repeats"):
            raise CannotApply(
                f"`{link_id}` takes several answers, so `unless` would not mean what it says. Use `when`."
            )
        found += [_condition(form, link_id, each, "!=") for each in _list(said)]
    if not found:
        return {}
    behaviour = {"enableBehavior": "any" if several else "all"} if len(found) > 1 else {}
    return {"enableWhen": found, **behaviour}


def _list(said: str | list[str]) -> list[str]:
    return said if isinstance(said, list) else [said]


def _condition(form: Json, link_id: str, answer: str, operator: str) -> Json:
    item = spot(form, link_id).item
    if answer == ANSWERED and operator == "=":
        return {"question": link_id, "operator": "exists", "answerBoolean": True}
    if item["type"] == "boolean" and answer in _BOOLEAN:
        return {"question": link_id, "operator": operator, "answerBoolean": _BOOLEAN[answer]}
    if item["type"] not in ("choice", "open-choice"):
        raise CannotApply(
            f"`{link_id}` cannot decide with “{answer}”. A question with options, or with yes and no, can; "
            f"of any other, `when` takes `{ANSWERED}`."
        )
    coding = option(item, answer)["valueCoding"]
    return {
        "question": link_id,
        "operator": operator,
        "answerCoding": {key: coding[key] for key in ("system", "code") if key in coding},
    }
