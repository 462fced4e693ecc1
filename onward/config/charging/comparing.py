"""`onward charge --compare POLICY_A POLICY_B FILE`: what a change of policy costs, and who gains and loses."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from onward.config.charging.table import Columns, NoTable, batches
from onward.policy.charging import ENGLAND
from onward.policy.charging_councils import councils, from_file, policy
from onward.rules.charging import Policy, Refused
from onward.rules.charging.case import Setting
from onward.rules.charging.comparing import FEW, Comparison, Group, Norfolk, compare
from onward.rules.charging.pension_age import Band
from onward.rules.charging.population import SETTINGS, charge_many
from onward.rules.charging.population.columns import Rows
from onward.rules.charging.population.years import bands
from onward.vocabulary.money import plain, shown

DONE, INVALID, CANNOT_RUN = 0, 1, 2
SEVERE = "premium_enhanced_disability"
ALL, AGES, PLACES, COUPLES = "everybody", "age", "setting", "couple"
NAMES: dict[str, dict[int, str]] = {
    ALL: {0: "everybody"},
    AGES: {Band.UNDER_25: "under 25", Band.OVER_25: "from 25 until pension age", Band.PENSION_AGE: "pension age"},
    PLACES: dict(enumerate(
        {Setting.COMMUNITY: "at home", Setting.PERMANENT: "in a care home for good",
         Setting.TEMPORARY: "in a care home for a time"}[each] for each in SETTINGS
    )),
    COUPLES: {0: "single", 1: "one of a couple"},
    SEVERE: {0: "not severely disabled", 1: "severely disabled"},
}  # fmt: skip
HIDDEN = f"kept back: it, or one beside it, would tell of fewer than {FEW} people"


def comparing(first: str, second: str, path: Path, *, as_json: bool) -> int:
    """Print the comparison; 1 where the file's columns are not as agreed, 2 where it cannot be read."""
    try:
        found, names = _compared(_policy(first), _policy(second), path)
    except Refused as problem:
        sys.stderr.write(f"onward charge: {path}: {problem} Nothing was worked out.\n")
        return INVALID
    except NoTable as problem:
        sys.stderr.write(f"onward charge: {problem}\n")
        return CANNOT_RUN
    text = (
        json.dumps(_as_json(found, names), indent=2, ensure_ascii=False)
        if as_json
        else "\n".join(_lines(found, names))
    )
    sys.stdout.write(f"{text}\n")
    return DONE


def _policy(name: str) -> Policy:
    """A council's, England's, or one that is written in a file."""
    path = Path(name)
    if name != ENGLAND and name not in councils() and (path.suffix in {".yaml", ".yml"} or path.exists()):
        return from_file(path)
    return policy(name)


def _compared(first: Policy, second: Policy, path: Path) -> tuple[Comparison, dict[str, dict[int, str]]]:
    parts = [_part(batch, columns, first, second) for batch, columns in batches(path)]
    if not parts:
        raise Refused("There are no rows.")
    before, after, income, severe = (np.concatenate([part[each] for part in parts]) for each in range(4))
    own = sorted({name for part in parts for name in part[5]})
    names, groups = dict(NAMES), [
        (heading, np.concatenate([part[4][heading] for part in parts])) for heading in parts[0][4]
    ]  # fmt: skip
    for heading in own:
        words, places = np.unique(np.concatenate([part[5][heading] for part in parts]), return_inverse=True)
        names[heading] = {place: str(word) for place, word in enumerate(words)}
        groups.append((heading, places.astype(np.int64)))
    return compare(before, after, income, severe.astype(np.bool_), groups), names


def _part(batch: pa.RecordBatch, columns: Columns, first: Policy, second: Policy) -> tuple[Any, ...]:
    rows, count = Rows(columns), len(batch)
    before, after = charge_many(columns, first), charge_many(columns, second)
    severe = np.broadcast_to(rows.flags(SEVERE), count)
    groups: dict[str, NDArray[np.int64]] = {
        ALL: np.zeros(count, dtype=np.int64),
        AGES: bands(rows, first)[0],
        PLACES: rows.numbers("setting"),
        COUPLES: np.broadcast_to(rows.flags("couple"), count).astype(np.int64),
        SEVERE: severe.astype(np.int64),
    }
    own = {
        name: np.array([str(each) for each in batch.column(name).to_pylist()])
        for name in batch.schema.names
        if name.startswith("group_")
    }
    return before.weekly_charge, after.weekly_charge, before.assessed_income, severe, groups, own


def _as_json(found: Comparison, names: dict[str, dict[int, str]]) -> dict[str, Any]:
    return {
        "people": found.people,
        "not_compared": found.not_compared,
        "council_receives_more_a_week": plain(found.more_a_week),
        "groups": [_group_json(each, names) for each in found.groups],
        "severely_disabled_people": _norfolk_json(found.norfolk),
    }


def _group_json(group: Group, names: dict[str, dict[int, str]]) -> dict[str, Any]:
    told: dict[str, Any] = {"group": group.heading, "is": names[group.heading][group.place]}
    effect = group.effect
    if effect is None:
        return told | {"hidden": HIDDEN}
    return told | {
        "people": effect.people,
        "pay_less": effect.pay_less,
        "pay_more": effect.pay_more,
        "change_a_week": plain(effect.change),
        "mean_change": plain(effect.mean_change),
    }


def _norfolk_json(norfolk: Norfolk | None) -> dict[str, Any]:
    if norfolk is None:
        return {"tested": False, "because": f"There are fewer than {FEW} in one of the two groups."}
    return {
        "tested": True,
        "charge_changes_by_percent_of_income": f"{norfolk.severely_disabled / 100:.2f}",
        "of_others": f"{norfolk.others / 100:.2f}",
        "lose_proportionately_more": norfolk.apart,
        "source": "SH v Norfolk County Council [2020] EWHC 3436 (Admin); Equality Act 2010 s149",
    }


def _lines(found: Comparison, names: dict[str, dict[int, str]]) -> Iterator[str]:
    more = "more" if found.more_a_week >= 0 else "less"
    yield f"The council receives {shown(abs(found.more_a_week))} {more} a week from {found.people:,} people."
    if found.not_compared:
        yield f"{found.not_compared:,} people could not be compared: their charge was refused."
    yield ""
    yield f"{'':<34}{'people':>9}{'pay less':>10}{'pay more':>10}{'change a week':>18}{'mean':>12}"
    yield from (_line(each, names) for each in found.groups)
    yield ""
    yield _norfolk_line(found.norfolk)


def _line(group: Group, names: dict[str, dict[int, str]]) -> str:
    name, effect = names[group.heading][group.place], group.effect
    if effect is None:
        return f"{name:<34}{HIDDEN}"
    return (
        f"{name:<34}{effect.people:>9,}{effect.pay_less:>10,}{effect.pay_more:>10,}"
        f"{shown(effect.change):>18}{shown(effect.mean_change):>12}"
    )


def _norfolk_line(norfolk: Norfolk | None) -> str:
    if norfolk is None:
        return f"Whether severely disabled people lose more was not tested: fewer than {FEW} in one of the two groups."
    means = (
        f"Charges change by {norfolk.severely_disabled / 100:.2f}% of income for severely disabled people, "
        f"by {norfolk.others / 100:.2f}% for others."
    )
    if norfolk.apart:
        return (
            f"{means} They lose proportionately more: that can be unlawful (SH v Norfolk, 2020). Look closer."
        )
    return f"{means} They do not lose proportionately more than chance would bring."
