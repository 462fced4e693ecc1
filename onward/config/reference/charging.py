"""What people pay and why, for officers: kinds of income and capital, amounts by year, and how councils differ."""

from collections.abc import Iterator

from onward.config.reference.tables import table
from onward.policy.charging import national
from onward.policy.charging_councils import councils, policy
from onward.rules.charging.capital_kinds import CAPITAL_KINDS
from onward.rules.charging.kinds import KINDS, Kind
from onward.rules.charging.policy import Limits, Name, Policy, Sure, Year
from onward.vocabulary.money import shown


def page() -> str:
    """The page `charging.md`."""
    england = national()
    return f"""# Charging

What `onward charge` works with. The rules are in `onward/rules/charging`, the amounts in
`onward/policy/england/charging`. “check” in a source says that the paragraph was not read in an official text.

## Kinds of income

{table(["kind", "in words", "treatment", "why", "source", "since"], map(_kind, KINDS.values()))}
## Kinds of capital

{_limits(england.limits)}

{table(["what", "where a case has it", "treatment", "source"], _capital())}
## Amounts of each year, a week

Amounts change on 6 April. † was concluded from a source and not read in it. An amount that is **missing** has no
source: whatever needs it is refused. To supply one, move it in `onward/policy/england/charging/amounts.yaml` from
`missing` to `sourced`, and add where you read it.

{_amounts(england)}
## Where amounts are missing

{table(["year", "amount", "why"], _missing(england))}
## What councils do differently

A council may be more generous and not harsher: a file that is harsher is refused when it is read, with the place.

{_councils()}"""


def _kind(kind: Kind) -> list[str]:
    before = f" (before that: {kind.before.value})" if kind.before else ""
    treatment = f"{kind.treatment.value}{before}"
    return [f"`{kind.code}`", kind.name, treatment, kind.because, kind.source, kind.since.isoformat()]


def _capital() -> Iterator[list[str]]:
    for each in CAPITAL_KINDS:
        yield [each.name, f"`{each.field}`" if each.field else "", each.treatment, each.source]


def _limits(limits: Limits) -> str:
    each = f"{shown(limits.tariff_for_each)} a week for each {shown(limits.tariff_step)} or part of it"
    return (
        f"Above {shown(limits.upper)} the full cost is paid; up to {shown(limits.lower)} nothing is taken; in between\n"
        f"{each} (SI 2014/2672 regs 12, 25)."
    )


def _amounts(england: Policy) -> str:
    rows = ([name.value, *(_amount(year, name) for year in england.years)] for name in Name)
    sources = "\n".join(f"- {year.name}: {source}" for year in england.years for source in _sources(year))
    return f"{table(['amount', *(year.name for year in england.years)], rows)}\n{sources}\n"


def _amount(year: Year, name: Name) -> str:
    if name not in year.amounts:
        return "**missing**"
    found = year.amounts[name]
    return f"{shown(found.pence)}{'†' if found.sure is Sure.INFERRED else ''}"


def _sources(year: Year) -> list[str]:
    return sorted({each.source for each in year.amounts.values()})


def _missing(england: Policy) -> Iterator[list[str]]:
    for year in england.years:
        yield from ([year.name, name.value, why] for name, why in year.missing.items())


def _councils() -> str:
    differing = [(name, found) for name in councils() if (found := policy(name)).choices.source]
    return "\n".join(_council(name, found) for name, found in differing) or "No council's file is here.\n"


def _council(name: str, found: Policy) -> str:
    rows = [*_differing_amounts(found), *_differing_choices(found)]
    return f"### {name}\n\nSource: {found.choices.source}.\n\n{table(['what', 'nationally', 'here'], rows)}"


def _differing_amounts(found: Policy) -> Iterator[list[str]]:
    for own, year in zip(found.years, national().years, strict=True):
        for name in Name:
            if own.amounts.get(name) != year.amounts.get(name):
                yield [f"{name.value}, {year.name}", _amount(year, name), _amount(own, name)]


def _differing_choices(found: Policy) -> Iterator[list[str]]:
    limits, choices = found.limits, found.choices
    if (limits.lower_at_home, limits.upper_at_home) != (limits.lower, limits.upper):
        here = f"{shown(limits.lower_at_home)} and {shown(limits.upper_at_home)}"
        yield ["capital limits at home", f"{shown(limits.lower)} and {shown(limits.upper)}", here]
    if choices.leaves_out:
        yield ["income left out at home", "as above", ", ".join(sorted(choices.leaves_out))]
    if choices.percent_charged != 100:
        yield ["share charged of what is left, at home", "100%", f"{choices.percent_charged}%"]
    if choices.most_a_week is not None:
        yield ["the most a week, at home", "the cost", shown(choices.most_a_week)]
    if choices.standard_expenditure:
        yield ["costs of a disability without bills", "none", shown(choices.standard_expenditure)]
    if choices.short_stays_as_at_home:
        yield ["stays of up to eight weeks", "as in a care home", "as at home"]
