"""`onward questionnaire override` and `print`: what councils change in forms, and forms as they are asked."""

import sys
from datetime import date

from onward.policy import canonical, own_forms
from onward.policy.files import PolicyProblem
from onward.policy.overrides.findings import Finding
from onward.policy.questionnaires import findings, in_force

DONE, INVALID = 0, 1


def override(council: str, name: str) -> int:
    """Print what is found in councils' files, a sentence a line; 1 where something breaks. Empty names mean all."""
    found = [each for one, form in _chosen(council, name) for each in findings(one, form)]
    for each in found:
        sys.stdout.write(f"{each}\n")
    broken = sum(each.breaks for each in found)
    sys.stdout.write(f"{_summed(broken, found)}\n")
    return INVALID if broken else DONE


def show(name: str, council: str, on: date) -> int:
    """Print the FHIR JSON of the form that is in force on a day; without a council the national one."""
    form = in_force(name, council=council, on=on)
    sys.stdout.write(canonical.readable(form.raw))
    return DONE


def _chosen(council: str, name: str) -> list[tuple[str, str]]:
    councils = [council] if council else own_forms.councils()
    chosen = [
        (each, form) for each in councils for form in own_forms.changed_forms(each) if name in ("", form)
    ]
    if (council or name) and not chosen:
        folder = f"onward/policy/councils/{council or '<name>'}/questionnaires"
        raise PolicyProblem(f"There is no {name or '<form>'}.yaml in {folder}. See onward/policy/README.md.")
    return chosen


def _summed(broken: int, found: list[Finding]) -> str:
    if broken:
        return f"{broken} to mend. Until then the national form is asked instead."
    return f"Nothing breaks. {len(found)} to think about." if found else "Nothing breaks."
