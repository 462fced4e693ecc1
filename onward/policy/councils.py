"""What a council sets for itself: its name, brand, numbers, and its aims where they differ from the national file."""

import re
from dataclasses import dataclass
from functools import cache

from onward.policy.files import FOLDER, PolicyProblem, read_yaml, version
from onward.rules.reply import ReplyAims

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True)
class Council:
    """One council's own settings. `telephone` and `out_of_hours` are empty where the council gave none, and so is
    `address`, the lines of the address that stands on its letters."""

    name: str
    colour: str
    text: str
    leave_to: str
    telephone: str
    out_of_hours: str
    address: tuple[str, ...]
    reply: ReplyAims
    keep_drafts_months: int
    version: str


def council_file(slug: str) -> str:
    """The council's own file below the policy folder, or the plain one where it has none."""
    own = f"councils/{slug}/council.yaml"
    known = re.fullmatch(r"[a-z0-9_]+", slug) and (FOLDER / own).exists()
    return own if known else "councils/default/council.yaml"


@cache
def council(slug: str, area_name: str = "") -> Council:
    """The settings in `councils/<slug>/council.yaml`, or the plain ones where there is no such file.

    `area_name` is the name to show where the file gives none.
    """
    relative = council_file(slug)
    own, national = read_yaml(relative), read_yaml("england/front_door.yaml")
    brand = own.get("brand", {})
    for name in ("colour", "text"):
        if not _COLOUR.fullmatch(str(brand.get(name, ""))):
            raise PolicyProblem(f"{relative}: brand.{name} must be a colour such as #1d4f5c.")
    aims = {**national["reply_within_working_days"], **own.get("reply_within_working_days", {})}
    return Council(
        name=own.get("name") or area_name,
        colour=brand["colour"],
        text=brand["text"],
        leave_to=own.get("leave_to", ""),
        telephone=own.get("telephone", ""),
        out_of_hours=own.get("out_of_hours", ""),
        address=tuple(str(line) for line in own.get("address", ())),
        reply=ReplyAims(**aims),
        keep_drafts_months=int(own.get("keep_drafts_months", national["keep_drafts_months"])),
        version=f"{version('england/front_door.yaml')}+{version(relative)}",
    )
