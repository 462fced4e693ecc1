"""What charging is worked out with: `england/charging/*.yaml`, as the types that `rules/charging` owns."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from onward.policy.files import FOLDER, PolicyProblem, read_yaml, version
from onward.rules.charging.policy import (
    Amount,
    InterestCap,
    Limits,
    Name,
    PensionAge,
    Policy,
    Sure,
    Year,
)
from onward.vocabulary.money import pence

ENGLAND = "england"
AMOUNTS = "england/charging/amounts.yaml"
LIMITS = "england/charging/limits.yaml"
PENSION_AGE = "england/charging/pension_age.yaml"
FILES = (AMOUNTS, LIMITS, PENSION_AGE)
MISSING = "missing"


@cache
def national() -> Policy:
    """England's own policy, without any council's. PolicyProblem where a file is not as expected."""
    limits = read_yaml(LIMITS)
    return Policy(
        council=ENGLAND,
        years=tuple(_read(AMOUNTS, lambda: list(_years(read_yaml(AMOUNTS)["years"])))),
        limits=_read(LIMITS, lambda: _limits(limits)),
        pension_ages=tuple(
            _read(PENSION_AGE, lambda: [PensionAge(**row) for row in read_yaml(PENSION_AGE)["born"]])
        ),
        interest_caps=tuple(_read(LIMITS, lambda: list(_interest(limits)))),
        where=f"{FOLDER.parent.name}/{FOLDER.name}/{AMOUNTS}",
        version="+".join(version(each) for each in FILES),
    )


def _read(file: str, work: Any) -> Any:
    try:
        return work()
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise PolicyProblem(
            f"The policy file {file} is not as expected ({problem!r}). See its first lines."
        ) from problem


def _years(written: Mapping[str, Any]) -> Iterator[Year]:
    before: date | None = None
    for name, year in written.items():
        amounts = {
            Name(each): Amount(pence(worth), year["source"], sure)
            for sure in Sure
            for each, worth in year.get(sure, {}).items()
        }
        missing = {Name(each): why for each, why in year.get(MISSING, {}).items()}
        _check(name, year, amounts, missing, before)
        before = year["until"]
        where = f"{FOLDER.parent.name}/{FOLDER.name}/{AMOUNTS}"
        yield Year(name, year["from"], year["until"], amounts, missing, where)


def _check(
    name: str, year: Mapping[str, Any], amounts: Mapping[Name, Amount], missing: Mapping[Name, str],
    before: date | None,
) -> None:  # fmt: skip
    """Each amount stands in one group, and years follow each other without a gap."""
    twice, neither = amounts.keys() & missing.keys(), set(Name) - amounts.keys() - missing.keys()
    if twice or neither:
        raise PolicyProblem(
            f"{AMOUNTS}, {name}: {', '.join(sorted(twice | neither))} must stand once, under sourced, inferred or "
            "missing."
        )
    if not year["from"] < year["until"] or (before and before != year["from"]):
        raise PolicyProblem(
            f"{AMOUNTS}, {name}: the year must begin on the day on which the one before it ends."
        )


def _limits(written: Mapping[str, Any]) -> Limits:
    capital, tariff, home = written["capital"], written["tariff_income"], written["home"]
    lower, upper = pence(capital["lower"]), pence(capital["upper"])
    return Limits(
        lower=lower,
        upper=upper,
        lower_at_home=lower,
        upper_at_home=upper,
        tariff_step=pence(tariff["for_each"]),
        tariff_for_each=pence(tariff["a_week"]),
        part_disregard=pence(written["war_pensions_left_out"]["a_week"]),
        disposable_income=pence(written["deferred_payments"]["disposable_income_a_week"]),
        costs_of_sale_percent=int(home["costs_of_sale_percent"]),
        home_weeks=int(home["weeks_left_out"]),
        short_stay_weeks=int(written["short_stay"]["weeks"]),
    )


def _interest(written: Mapping[str, Any]) -> Iterator[InterestCap]:
    for each in written["deferred_payments"]["most_interest"]:
        yield InterestCap(each["from"], each["until"], int(Decimal(each["percent"]) * 100), each["source"])
