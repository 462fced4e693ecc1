"""An answer in JSON, as the contract has it, and in words for people."""

from textwrap import fill
from typing import Any

from onward.rules.charging import Charge
from onward.rules.charging.deferred import Deferred
from onward.vocabulary.money import plain, shown

WIDTH = 100


def as_json(answer: Charge, deferred: Deferred | None) -> dict[str, Any]:
    """The charge and, where it was asked for, what may be deferred."""
    kept = answer.kept
    found: dict[str, Any] = {
        "outcome": answer.outcome.value,
        "weekly_charge": plain(answer.weekly_charge),
        "council_pays": plain(answer.council_pays),
        "assessed_income": plain(answer.assessed_income),
        "tariff_income": plain(answer.tariff_income),
        "kept": {
            "minimum_income_guarantee": plain(kept.minimum_income_guarantee),
            "housing_costs": plain(kept.housing_costs),
            "disability_related_expenditure": plain(kept.disability_related_expenditure),
            "personal_expenses_allowance": plain(kept.personal_expenses_allowance),
        },
        "amounts_year": answer.amounts_year,
        "because": list(answer.because),
        "sources": list(answer.sources),
    }
    return found if deferred is None else _with_deferred(found, deferred)


def as_text(answer: Charge, deferred: Deferred | None) -> str:
    """The charge first, then why, then where it comes from."""
    lines = [
        f"You pay {shown(answer.weekly_charge)} a week. The council pays {shown(answer.council_pays)}.",
        "",
        *(_point(each) for each in answer.because),
    ]
    if deferred is not None:
        lines += ["", f"You may defer up to {shown(deferred.equity_limit)}.", *_weeks(deferred)]
    sources = "; ".join(answer.sources)
    return "\n".join([*lines, "", fill(f"Amounts of {answer.amounts_year}. Sources: {sources}", WIDTH), ""])


def _with_deferred(found: dict[str, Any], deferred: Deferred) -> dict[str, Any]:
    steps = deferred.steps
    return found | {
        "equity_limit": plain(deferred.equity_limit),
        "deferred_weekly": plain(deferred.weekly),
        "owed": [plain(each.owed) for each in deferred.weeks],
        "statement": [
            {
                "week": number,
                "deferred": plain(each.deferred),
                "interest": plain(each.interest),
                "owed": plain(each.owed),
            }
            for number, each in enumerate(deferred.weeks, start=1)
        ],
        "because": found["because"] + [each.says for each in steps],
        "sources": list(dict.fromkeys(found["sources"] + [each.source for each in steps])),
    }


def _weeks(deferred: Deferred) -> list[str]:
    said = [_point(each.says) for each in deferred.steps]
    if not deferred.weeks:
        return said
    rows = [
        f"{number:>4} {shown(each.deferred):>12} {shown(each.interest):>12} {shown(each.owed):>14}"
        for number, each in enumerate(deferred.weeks, start=1)
    ]
    return [*said, "", f"{'week':>4} {'deferred':>12} {'interest':>12} {'owed':>14}", *rows]


def _point(says: str) -> str:
    return fill(says, WIDTH, initial_indent="- ", subsequent_indent="  ")
