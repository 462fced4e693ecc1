"""In which order items can be decided: after the item they are below, and after the questions they ask about."""

from collections import defaultdict

from onward.questionnaires.definition import Item, Questionnaire


def needs(questionnaire: Questionnaire) -> dict[str, set[str]]:
    """For each linkId, those that have to be decided first."""
    parents, known = questionnaire.parents, questionnaire.by_link_id
    found: dict[str, set[str]] = {}
    for item in questionnaire.everything():
        before = {each.question for each in item.conditions if each.question in known}
        if item.link_id in parents:
            before.add(parents[item.link_id])
        found.setdefault(item.link_id, set()).update(before)
    return found


def order(questionnaire: Questionnaire) -> tuple[list[Item], list[Item]]:
    """The items in an order that works, and those for which there is none: they depend on themselves.

    Kahn (1962); nothing is called from inside itself, so a chain of ten thousand conditions is no trouble.
    """
    before = needs(questionnaire)
    after: defaultdict[str, list[str]] = defaultdict(list)
    waiting = {link_id: len(each) for link_id, each in before.items()}
    for link_id, each in before.items():
        for first in each:
            after[first].append(link_id)
    ready = [link_id for link_id in reversed(list(before)) if not waiting[link_id]]
    decided: list[Item] = []
    while ready:
        link_id = ready.pop()
        decided.append(questionnaire.by_link_id[link_id])
        for later in after[link_id]:
            waiting[later] -= 1
            if not waiting[later]:
                ready.append(later)
    done = {each.link_id for each in decided}
    return decided, [questionnaire.by_link_id[link_id] for link_id in before if link_id not in done]
