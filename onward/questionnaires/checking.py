"""What every check of an answer is told."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from onward.questionnaires import responses, sources
from onward.questionnaires.applicability import Applicable, applicable
from onward.questionnaires.definition import Expression, Questionnaire
from onward.questionnaires.expressions import Runner, Stand
from onward.questionnaires.fhirpath.found import Many, TooCostly, Trouble, Unknown
from onward.questionnaires.fhirpath.parsing import BadExpression
from onward.questionnaires.issues import Issue, Wrong, error, shown, warning
from onward.questionnaires.moments import Moment
from onward.questionnaires.responses import Answer, Given, Response
from onward.questionnaires.sources import Sources
from onward.questionnaires.value_sets import ValueSets
from onward.questionnaires.values import Value


@dataclass(frozen=True)
class Check:
    """One set of answers, the form they answer, and what of it applies."""

    questionnaire: Questionnaire
    response: Response
    applicable: Applicable
    runner: Runner
    value_sets: ValueSets

    def found(self, expression: Expression, stand: Stand) -> Many:
        """What an expression finds on what applies. Raises BadExpression, Trouble, Unknown or TooCostly."""
        if self.runner.resource is not self.applicable.left.resource:
            self.runner.on(self.applicable.left.resource)
        return self.runner.run(expression, stand)

    def answered(self) -> Iterator[tuple[Given, Answer, Value]]:
        """Every answer that applies and could be read."""
        for given in self.response.given:
            if self.applicable.applies(given):
                for answer in given.answers:
                    if answer.value:
                        yield given, answer, answer.value


def decide(
    questionnaire: Questionnaire,
    raw: Mapping[str, Any],
    found: Sources | None = None,
    *,
    now: Moment | None,
    own: bool = False,
) -> Check:
    """The answers read against their form, and what of them applies. The form's own faults are not repeated.

    Where the time is not told (None), what depends on it cannot be told either. `own` is a response made here.
    """
    response = responses.read(raw, questionnaire, own=own)
    value_sets = ValueSets(found or sources.gather(questionnaire.raw)[0])
    runner = Runner(questionnaire, value_sets, now)
    applies = applicable(questionnaire, response, runner)
    return Check(questionnaire, response, applies, runner, value_sets)


def wrong(given: Given, answer: Answer, code: str, says: str, kind: Wrong = Wrong.OTHERWISE) -> Issue:
    """An issue with one answer."""
    link_id = given.item.link_id
    return error(code, f"Item {shown(link_id)}: {says}", answer.place, link_id, kind)


@dataclass(frozen=True)
class Result:
    """What an expression found, or why it found nothing."""

    found: Many | None
    issue: Issue | None = None


def run(check: Check, expression: Expression, given: Given | None, about: str, *, bad: bool) -> Result:
    """An expression of an item that was given, or of the form itself.

    Where it cannot be run there is an issue, unless the form's own faults tell of it already.
    """
    if not expression.text:
        return Result(None)
    stand = check.applicable.left.stands[id(given) if given else 0]
    place, link_id = (given.place, given.item.link_id) if given else (check.response.root.place, "")
    subject = f"Item {shown(link_id)}: {about}" if given else about.capitalize()
    try:
        return Result(check.found(expression, stand))
    except BadExpression:
        return Result(None)
    except Unknown as problem:
        return Result(None, warning("not-supported", f"{subject} is not checked: {problem}.", place, link_id))
    except TooCostly:
        return Result(
            None, error("too-costly", f"{subject} would take too long to work out.", place, link_id)
        )
    except Trouble as problem:
        says = f"{subject} cannot be worked out: {problem}."
        return Result(
            None,
            error("processing", says, place, link_id) if bad else warning("processing", says, place, link_id),
        )
