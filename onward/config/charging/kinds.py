"""`onward charge --kinds`: every kind of income, how it is treated, why, and since when."""

import json
import sys

from onward.rules.charging.kinds import KINDS, Kind


def kinds(*, as_json: bool) -> int:
    """Print them in the order of the reference."""
    if as_json:
        sys.stdout.write(
            f"{json.dumps([_as_json(each) for each in KINDS.values()], indent=2, ensure_ascii=False)}\n"
        )
    else:
        sys.stdout.writelines(f"{_as_text(each)}\n" for each in KINDS.values())
    return 0


def _as_json(kind: Kind) -> dict[str, str]:
    found = {
        "kind": kind.code,
        "name": kind.name,
        "treatment": kind.treatment.value,
        "because": kind.because,
        "source": kind.source,
        "since": kind.since.isoformat(),
    }
    return found | ({"before": kind.before.value} if kind.before else {})


def _as_text(kind: Kind) -> str:
    before = f" (before that: {kind.before.value})" if kind.before else ""
    return (
        f"{kind.code}: {kind.treatment.value}, since {kind.since.isoformat()}{before}.\n"
        f"    {kind.because} {kind.source}"
    )
