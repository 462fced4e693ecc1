"""Every question of every national questionnaire: what its answer means, and the law that stands underneath it."""

from collections.abc import Iterator

from onward.config.reference.tables import table
from onward.policy.questionnaires import questionnaires
from onward.questionnaires.definition import Item, Questionnaire
from onward.questionnaires.numbering import numbers
from onward.vocabulary import eligibility, national_return

_ADULT, _CARER = "adult", "carer"


def page() -> str:
    """The page `questionnaires.md`."""
    forms = "\n".join(_form(each) for each in questionnaires())
    return f"""# Questionnaires

What people are asked in England, from `onward/policy/england/questionnaires`. An answer is known by its meaning: the
same fact has the same meaning in every form, so it is offered again and not asked again.

## Outcomes of the eligibility regulations, and where they are asked about

Care and Support (Eligibility Criteria) Regulations 2015 (SI 2015/313), regulations 2(2) and 3(2), in their order.

{_outcomes()}
{forms}"""


def _outcomes() -> str:
    groups = (
        (_ADULT, eligibility.AdultOutcome, eligibility.ADULT_SYSTEM),
        (_CARER, eligibility.CarerOutcome, eligibility.CARER_SYSTEM),
    )
    rows = [
        [who, outcome.value, _asked_in(system, outcome.value)]
        for who, outcomes, system in groups
        for outcome in outcomes
    ]
    return table(["of", "outcome", "asked in"], rows)


def _asked_in(system: str, outcome: str) -> str:
    places = [
        f"{form.title}: {', '.join(asked)}"
        for form in questionnaires()
        if (asked := list(_asking(form, system, outcome)))
    ]
    return "; ".join(places)


def _asking(form: Questionnaire, system: str, outcome: str) -> Iterator[str]:
    """The numbers of the questions about an outcome."""
    numbered = numbers(form)
    yield from (
        numbered[item.link_id] for item in form.walk() if item.asks and outcome in item.codes_in(system)
    )


def _form(form: Questionnaire) -> str:
    numbered = numbers(form)
    rows = [_row(numbered.get(item.link_id, ""), item) for item in form.walk() if item.type != "display"]
    headings = ["number", "question", "answer", "meaning", "underneath"]
    return f"## {form.title}\n\n`{form.url}`, version {form.version}\n\n{table(headings, rows)}"


def _row(number: str, item: Item) -> list[str]:
    if not item.asks:
        return [number, f"**{item.text}**", "several times" if item.repeats else "", "", ""]
    needed = ", has to be answered" if item.required else ""
    return [number, item.text, f"{_kind(item)}{needed}", f"`{item.meaning}`", ", ".join(_underneath(item))]


def _kind(item: Item) -> str:
    if item.type == "choice":
        return "any of these" if item.repeats else "one of these"
    return item.type


def _underneath(item: Item) -> Iterator[str]:
    yield from item.codes_in(eligibility.ADULT_SYSTEM)
    yield from (f"{_CARER}: {each}" for each in item.codes_in(eligibility.CARER_SYSTEM))
    yield from (f"national return: {each}" for each in item.codes_in(national_return.ITEM_SYSTEM))
