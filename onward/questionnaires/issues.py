"""What is wrong, in the words of FHIR: OperationOutcome (R4) and its issues."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from onward.questionnaires import limits


class Severity(StrEnum):
    """http://hl7.org/fhir/ValueSet/issue-severity"""

    FATAL = "fatal"
    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"


BAD = frozenset({Severity.FATAL, Severity.ERROR})


class Wrong(StrEnum):
    """What can be wrong with an answer that somebody gives on a page; the words for it are the page's."""

    MISSING = "missing"
    TOO_LONG = "too_long"
    TOO_SHORT = "too_short"
    NOT_AN_OPTION = "not_an_option"
    NOT_ALONE = "not_alone"
    ONE_ONLY = "one_only"
    TOO_FEW = "too_few"
    TOO_MANY = "too_many"
    NOT_A_DATE = "not_a_date"
    NOT_A_NUMBER = "not_a_number"
    NOT_SHAPED_SO = "not_shaped_so"
    TOO_EARLY = "too_early"
    TOO_LATE = "too_late"
    TOO_SMALL = "too_small"
    TOO_LARGE = "too_large"
    OTHERWISE = "otherwise"


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing to say. `code` is of http://hl7.org/fhir/issue-type; `place` is a FHIRPath into what was checked.

    `link_id` and `wrong` are for pages; `human` is the form's own sentence about it, where it has one.
    """

    severity: Severity
    code: str
    says: str
    place: str = ""
    link_id: str = ""
    wrong: Wrong = Wrong.OTHERWISE
    human: str = ""

    @property
    def bad(self) -> bool:
        return self.severity in BAD

    def softened(self) -> "Issue":
        """The same as a warning: for answers that are not yet, or no longer, meant to be complete."""
        return replace(self, severity=Severity.WARNING) if self.bad else self


def error(code: str, says: str, place: str = "", link_id: str = "", wrong: Wrong = Wrong.OTHERWISE) -> Issue:
    return Issue(Severity.ERROR, code, says, place, link_id, wrong)


def warning(code: str, says: str, place: str = "", link_id: str = "") -> Issue:
    return Issue(Severity.WARNING, code, says, place, link_id)


def fatal(code: str, says: str, place: str = "") -> Issue:
    return Issue(Severity.FATAL, code, says, place)


def information(code: str, says: str, place: str = "") -> Issue:
    return Issue(Severity.INFORMATION, code, says, place)


def shown(value: Any) -> str:
    """A value as a sentence may show it: short, one line, and nothing that cannot be printed."""
    text = str(value)[:80]
    plain = "".join(each if each.isprintable() else " " for each in text)
    return f"“{plain}…”" if len(str(value)) > len(text) else f"“{plain}”"


def outcome(issues: Iterable[Issue]) -> dict[str, Any]:
    """The OperationOutcome resource; where there is nothing to say it says so, as `issue` is 1..*."""
    found = list(issues)
    told = [_written(each) for each in found[: limits.ISSUES]]
    if rest := found[limits.ISSUES :]:
        worst = Severity.ERROR if any(each.bad for each in rest) else Severity.INFORMATION
        told.append(
            _written(Issue(worst, "too-costly", f"There are {len(rest)} more issues, which are not listed."))
        )
    return {
        "resourceType": "OperationOutcome",
        "issue": told or [_written(information("informational", "All OK"))],
    }


def _written(issue: Issue) -> dict[str, Any]:
    written: dict[str, Any] = {"severity": issue.severity.value, "code": issue.code}
    if issue.human:
        written["details"] = {"text": issue.human}
    written["diagnostics"] = issue.says
    if issue.place:
        written["expression"] = [issue.place]
    return written
