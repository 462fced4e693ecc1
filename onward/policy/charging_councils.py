"""A council's own charging policy, beside the national one: `councils/<name>/charging.yaml`. It may not be harsher."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from onward.policy.charging import ENGLAND, national
from onward.policy.files import FOLDER, PolicyProblem, read_yaml
from onward.policy.files import version as file_version
from onward.rules.charging.kinds import KINDS
from onward.rules.charging.policy import Amount, Choices, Limits, Name, Policy, Year
from onward.vocabulary.money import pence, plain

_SLUG = re.compile(r"[a-z0-9_]+", re.ASCII)
HUNDRED = 100
KEYS = frozenset(
    {
        "since", "source", "amounts", "capital_at_home", "leaves_out_at_home", "percent_charged", "most_a_week",
        "standard_expenditure", "short_stays_as_at_home",
    }
)  # fmt: skip


@cache
def policy(council: str = ENGLAND) -> Policy:
    """The policy of a council by the name of its folder. PolicyProblem where there is none, or it is harsher."""
    if council == ENGLAND:
        return national()
    if not _SLUG.fullmatch(council) or council not in councils():
        raise PolicyProblem(
            f"There is no council “{council}”. Known are: {', '.join((ENGLAND, *councils()))}. To add one, make the "
            "folder onward/policy/councils/<name>."
        )
    relative = f"councils/{council}/charging.yaml"
    if not (FOLDER / relative).exists():
        return replace(national(), council=council)
    return written(read_yaml(relative), relative, council, file_version(relative))


def from_file(path: Path) -> Policy:
    """A policy that is written anywhere, for comparing: the same form as a council's own file."""
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as problem:
        raise PolicyProblem(f"The policy file {path} cannot be read: {problem}") from None
    if not isinstance(content, dict):
        raise PolicyProblem(f"The policy file {path} must be a mapping of names to values.")
    return written(content, str(path), path.stem, "")


def councils() -> tuple[str, ...]:
    """The councils that have a folder."""
    return tuple(sorted(each.name for each in (FOLDER / "councils").iterdir() if each.is_dir()))


def written(content: Mapping[str, Any], where: str, council: str, version: str) -> Policy:
    """The national policy with what a council does more generously. PolicyProblem says where it is harsher."""
    unknown = content.keys() - KEYS
    if unknown:
        raise PolicyProblem(
            f"{where}: {', '.join(sorted(unknown))} is not known. Known are: {', '.join(sorted(KEYS))}."
        )
    try:
        return _policy(content, where, council, version)
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise PolicyProblem(
            f"{where} is not as expected ({problem!r}). See onward/policy/README.md, “A council's charges”."
        ) from problem


def _policy(content: Mapping[str, Any], where: str, council: str, version: str) -> Policy:
    base, source = national(), str(content["source"])
    return replace(
        base,
        council=council,
        years=tuple(_years(base, content.get("amounts", {}), where, source)),
        limits=_limits(base.limits, content.get("capital_at_home", {}), where),
        choices=_choices(content, where, source),
        version="+".join(filter(None, (base.version, version))),
    )


def _years(base: Policy, amounts: Mapping[str, Mapping[str, str]], where: str, source: str) -> Iterator[Year]:
    unknown = amounts.keys() - {each.name for each in base.years}
    if unknown:
        raise PolicyProblem(f"{where}: there are no national amounts for {', '.join(sorted(unknown))}.")
    for year in base.years:
        own = {Name(each): pence(worth) for each, worth in amounts.get(year.name, {}).items()}
        for name, worth in own.items():
            _not_below(f"{where}: amounts, {year.name}, {name}", worth, year, name)
        yield replace(year, amounts={**year.amounts, **{k: Amount(v, source) for k, v in own.items()}})


def _limits(base: Limits, own: Mapping[str, str], where: str) -> Limits:
    lower = pence(own["lower"]) if "lower" in own else base.lower
    upper = pence(own["upper"]) if "upper" in own else base.upper
    _not_less(f"{where}: capital_at_home, lower", lower, base.lower)
    _not_less(f"{where}: capital_at_home, upper", upper, base.upper)
    if lower > upper:
        raise PolicyProblem(f"{where}: capital_at_home: lower is above upper.")
    return replace(base, lower_at_home=lower, upper_at_home=upper)


def _choices(content: Mapping[str, Any], where: str, source: str) -> Choices:
    kinds = frozenset(content.get("leaves_out_at_home", ()))
    if kinds - KINDS.keys():
        raise PolicyProblem(
            f"{where}: leaves_out_at_home: {', '.join(sorted(kinds - KINDS.keys()))} is no kind of income. "
            "`onward charge --kinds` lists them."
        )
    percent = int(content.get("percent_charged", HUNDRED))
    if not 0 <= percent <= HUNDRED:
        raise PolicyProblem(
            f"{where}: percent_charged is {percent}, and must be from 0 to 100: more would be harsher."
        )
    most = content.get("most_a_week")
    return Choices(
        leaves_out=kinds,
        percent_charged=percent,
        most_a_week=None if most is None else pence(most),
        standard_expenditure=pence(content.get("standard_expenditure", "0")),
        short_stays_as_at_home=bool(content.get("short_stays_as_at_home", False)),
        source=source,
    )


def _not_below(place: str, own: int, year: Year, name: Name) -> None:
    if name not in year.amounts:
        raise PolicyProblem(
            f"{place}: there is no national amount with a source that it could be compared with."
        )
    _not_less(place, own, year.amounts[name].pence)


def _not_less(place: str, own: int, base: int) -> None:
    if own < base:
        raise PolicyProblem(
            f"{place} is {plain(own)}, less than the national {plain(base)}. A council may be more generous, and not "
            "harsher."
        )
