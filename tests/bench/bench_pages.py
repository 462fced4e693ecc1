"""The next page of a form is decided in under a tenth of the time in which a page of it is shown.

Shown: every page of the self-assessment, filled in to its end, asked for by Django's test client with a database.
Decided: the page after each, and as often the first page on which something is missing or wrong.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID, uuid4

import django

from onward.questionnaires import pages
from onward.questionnaires.answers import Answers, place
from onward.questionnaires.definition import Questionnaire
from onward.questionnaires.validity import applying
from tests.bench.measuring import milliseconds, told

# To find what is unfinished, every answer of the whole form is judged: that is done at its end, not from page to page.
ROUNDS, MOST, MOST_OF_ALL = 10, 0.1, 0.2
TEXTS = {"boolean": "true", "date": "1950-02-03", "integer": "3", "decimal": "1.5"}


@contextmanager
def furnished() -> Iterator[None]:
    """Django, with a database of its own that has the made-up council in it."""
    from django.db import connections

    from onward.config import databases, postgres
    from onward.config.migrate import migrate
    from tests.world import furnish

    with postgres.running(postgres.default_home() / "bench") as admin:
        databases.drop(admin, "onward_bench")
        access = databases.prepare(admin, "onward_bench")
        for alias, url in (("default", access.app), ("owner", access.owner)):
            connections[alias].settings_dict.update(databases.one_database(url))
        migrate()
        furnish()
        yield
        for each in connections.all():
            each.close()


def filled_in() -> UUID:
    """A resident's self-assessment with every question answered that applies; gives its case."""
    from onward.casework.answering import actions, queries
    from onward.casework.answering.forms import NEEDS
    from onward.records.principal import acting_as
    from onward.vocabulary.principals import Principal
    from tests import world

    case = world.ask_for_help()
    by = Principal.resident(case)
    with acting_as(by):
        actions.begin(case=case, name=NEEDS, keep_months=12, key=uuid4(), by=by, on=world.TODAY)
        begun = queries.filling(case, NEEDS)
        assert begun
        given = dict(begun.answers)
        while new := unanswered(begun.form, given):
            given |= new
        actions.answer(
            case=case,
            name=NEEDS,
            page="",
            given=given,
            version=begun.version,
            keep_months=12,
            by=by,
            on=world.TODAY,
        )
    return case


def unanswered(form: Questionnaire, given: Answers) -> dict[str, tuple[str, ...]]:
    """An answer to each question that applies and has none, in first occurrences."""
    items = {
        key: form.by_link_id[place(key)[0]] for key in applying(form, given) if set(place(key)[1]) <= {1}
    }
    return {
        key: (item.choices[0].code if item.choices else TEXTS.get(item.type, "some words"),)
        for key, item in items.items()
        if item.asks and key not in given
    }


def main() -> int:
    django.setup()
    with furnished():
        return measured(filled_in())


def measured(case: UUID) -> int:
    from django.test import Client

    from onward.casework.answering import queries
    from onward.casework.answering.forms import NEEDS
    from onward.records.codes import code_of
    from onward.records.principal import acting_as
    from onward.vocabulary.principals import Principal
    from tests import world

    with acting_as(Principal.resident(case)):
        found = queries.filling(case, NEEDS)
    assert found
    form, answers = found.form, found.answers
    walked = pages.pages(form, answers)
    client = Client()
    client.post("/request/", {"reference": world.reference_of(case), "code": code_of(case)})
    assert all(client.get(f"/more/{page.link_id}/").status_code == 200 for page in walked)
    shown, after, unfinished = milliseconds(
        lambda: [client.get(f"/more/{page.link_id}/") for page in walked],
        lambda: [pages.after(form, answers, page) for page in walked],
        lambda: [pages.first_unfinished(form, answers, today=world.TODAY) for _ in walked],
        rounds=ROUNDS,
    )
    print(
        f"{len(form.by_link_id)} items, {len(answers)} answers, {len(walked)} pages, {ROUNDS} rounds, medians"
    )
    print(f"{'every page is shown':<44} {shown:7.2f} ms")
    within = [
        told("the page after each is decided", after, shown, MOST),
        told("the first unfinished is found as often", unfinished, shown, MOST_OF_ALL),
    ]
    return int(not all(within))


if __name__ == "__main__":
    sys.exit(main())
