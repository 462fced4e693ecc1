"""`onward`: every command. Each starts fast: what it needs is imported when it runs.

Exit codes: 0 done, 1 the input was judged invalid, 2 it could not run. Problems go to standard error as a sentence.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from onward.questionnaires.issues import Issue

from onward.config import (
    charge_command,
    directory_command,
    eligibility_command,
    recommend_command,
    staff_command,
)

CANNOT_RUN = 2


class CannotRun(Exception):
    """A command cannot run; the message says why and what to do."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    chosen = parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = chosen.run
    try:
        return run(chosen)
    except CannotRun as problem:
        sys.stderr.write(f"onward: {problem}\n")
        return CANNOT_RUN


def parser() -> argparse.ArgumentParser:
    """Every command and what it takes."""
    made = argparse.ArgumentParser(prog="onward", description="One council's adult social care, explained.")
    commands = made.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _demo(commands.add_parser("demo", help="a council to walk through, with its own database"))
    directory_command.arguments(
        commands.add_parser("directory", help="bring in or check a directory of services"), _set_up_django
    )
    _questionnaire(commands.add_parser("questionnaire", help="forms and answers to them, as FHIR R4"))
    recommend_command.arguments(
        commands.add_parser("recommend", help="which services suit a person, and why"), _set_up_django
    )
    charge_command.arguments(commands.add_parser("charge", help="what people pay for their care, and why"))
    eligibility_command.arguments(
        commands.add_parser("eligibility", help="whether needs meet the eligibility criteria, and why")
    )
    staff_command.arguments(commands.add_parser("staff", help="who works here"), _as_owner)
    _work(commands.add_parser("work", help="run the jobs: send messages, tidy, and whatever else can wait"))
    _plain(commands, "migrate", "bring the tables up to date (needs DATABASE_OWNER_URL)", _run_migrate)
    _plain(commands, "docs", "print the reference from the code into docs/reference", _run_docs, checks=True)
    _plain(commands, "messages", "collect the words to be translated", _run_messages, checks=True)
    django = commands.add_parser("manage", help="a command of Django's", add_help=False)
    django.add_argument("rest", nargs=argparse.REMAINDER)
    django.set_defaults(run=_run_django)
    return made


def _plain(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    says: str,
    run: Callable[[argparse.Namespace], int],
    *,
    checks: bool = False,
) -> None:
    parser = commands.add_parser(name, help=says)
    if checks:
        parser.add_argument("--check", action="store_true", help="change nothing; 1 if it would have to")
    parser.set_defaults(run=run)


def _demo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--area", type=Path, metavar="FOLDER", help="a real place instead of the made-up council"
    )
    parser.add_argument("--people", type=int, default=40, metavar="N", help="made-up people who asked (40)")
    parser.add_argument(
        "--port", type=int, default=8000, metavar="P", help="where to serve; 0 takes a free one"
    )
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="another seed, other people")
    parser.set_defaults(run=_run_demo)


def _work(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--once", action="store_true", help="run what is due now, and stop")
    parser.set_defaults(run=_run_work)


def _questionnaire(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    check = actions.add_parser(
        "check", help="are these answers valid for this form; prints an OperationOutcome"
    )
    check.add_argument(
        "form", type=Path, metavar="Q.json", help="a Questionnaire, or a Bundle that brings value sets"
    )
    check.add_argument("answers", type=Path, metavar="R.json", help="a QuestionnaireResponse")
    check.set_defaults(run=_run_questionnaire_check)
    override = actions.add_parser("override", help="what a council's own changes to forms would break")
    override.add_argument(
        "council", nargs="?", default="", metavar="COUNCIL", help="its folder; all without it"
    )
    override.add_argument(
        "name", nargs="?", default="", metavar="NAME", help="a form, for example first-contact"
    )
    override.set_defaults(run=_run_questionnaire_override)
    printed = actions.add_parser("print", help="a form as it is asked, as FHIR JSON")
    printed.add_argument("name", metavar="NAME", help="for example first-contact")
    printed.add_argument("--council", default="", metavar="COUNCIL", help="with its own changes")
    printed.add_argument(
        "--on", type=_day, metavar="DATE", help="as on that day, for example 2026-11-21; today without it"
    )
    printed.set_defaults(run=_run_questionnaire_print)


def _run_demo(chosen: argparse.Namespace) -> int:
    from onward.config.demonstration.demo import Choices, run

    return run(Choices(area=chosen.area, people=chosen.people, port=chosen.port, seed=chosen.seed))


def _run_work(chosen: argparse.Namespace) -> int:
    _set_up_django()
    from onward.config.working import CannotWork, work

    try:
        work(once=chosen.once)
    except CannotWork as problem:
        raise CannotRun(str(problem)) from None
    return 0


def _run_migrate(chosen: argparse.Namespace) -> int:
    _set_up_django()
    from onward.config.databases import DatabaseProblem
    from onward.config.migrate import migrate

    try:
        migrate()
    except DatabaseProblem as problem:
        raise CannotRun(str(problem)) from None
    return 0


def _run_docs(chosen: argparse.Namespace) -> int:
    _set_up_django("onward.config.settings.test")
    from onward.config.reference.printing import docs

    return docs(check=chosen.check, parser=parser())


def _run_messages(chosen: argparse.Namespace) -> int:
    from onward.config.reference.messages import messages

    return messages(check=chosen.check)


def _run_django(chosen: argparse.Namespace) -> int:
    _set_up_django()
    from django.core.management import execute_from_command_line

    execute_from_command_line(["onward manage", *chosen.rest])
    return 0


def _as_owner(do: staff_command.Run) -> Callable[[argparse.Namespace], int]:
    """Run it with the owner's connection, and print its sentence."""

    def run(chosen: argparse.Namespace) -> int:
        _set_up_django()
        from django.conf import settings

        if "owner" not in settings.DATABASES:
            raise CannotRun(
                "Changing staff needs DATABASE_OWNER_URL: the application may read roles and not give them."
            )
        try:
            print(do(chosen))
        except ValueError as problem:
            raise CannotRun(str(problem)) from None
        return 0

    return run


def _set_up_django(settings: str = "onward.config.settings.production") -> None:
    import os

    import django
    from django.core.exceptions import ImproperlyConfigured

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", settings)
    try:
        django.setup()
    except ImproperlyConfigured as problem:
        raise CannotRun(str(problem)) from None


def _run_questionnaire_check(chosen: argparse.Namespace) -> int:
    """An outcome is promised whatever the files hold, even where one is not there or the engine is at fault."""
    import json

    from onward.questionnaires.issues import fatal, outcome

    try:
        issues = _issues_of(chosen.form, chosen.answers)
    except OSError as problem:
        says = f"{problem.filename} cannot be read: {problem.strerror}. Check the name of the file."
        issues = [fatal("not-found", says)]
    except Exception as problem:
        issues = [
            fatal("exception", f"The check itself failed ({type(problem).__name__}). Please report it.")
        ]
    sys.stdout.write(json.dumps(outcome(issues), indent=2) + "\n")
    return int(any(each.bad for each in issues))


def _run_questionnaire_override(chosen: argparse.Namespace) -> int:
    from onward.config.forms import override
    from onward.policy.files import PolicyProblem

    try:
        return override(chosen.council, chosen.name)
    except PolicyProblem as problem:
        raise CannotRun(str(problem)) from None


def _run_questionnaire_print(chosen: argparse.Namespace) -> int:
    from datetime import UTC, datetime

    from onward.config.forms import show
    from onward.policy.files import PolicyProblem

    try:
        return show(chosen.name, chosen.council, chosen.on or datetime.now(UTC).date())
    except PolicyProblem as problem:
        raise CannotRun(str(problem)) from None


def _day(said: str) -> "date":
    from datetime import date

    try:
        return date.fromisoformat(said)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{said} is no date. Write it like 2026-11-21") from None


def _issues_of(form: Path, answers: Path) -> "list[Issue]":
    from datetime import UTC, datetime

    from onward.questionnaires.validity import check_texts

    return check_texts(form.read_bytes(), answers.read_bytes(), now=datetime.now(UTC))


if __name__ == "__main__":
    sys.exit(main())
