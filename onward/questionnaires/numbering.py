"""The number of each page and question: the same on a screen, on the telephone, in print and in a letter."""

from collections.abc import Iterator

from onward.questionnaires.definition import DISPLAY, Item, Questionnaire


def numbers(questionnaire: Questionnaire) -> dict[str, str]:
    """By linkId: `2` for the second page, `2.1` for its first question, `2.1.1` for one below that.

    What is hidden, or only displayed, has none. A number that the form itself gives (FHIR `prefix`) stands for it.
    """
    return dict(_numbered(questionnaire.items, ""))


def _numbered(items: tuple[Item, ...], above: str) -> Iterator[tuple[str, str]]:
    shown = [each for each in items if not each.hidden and each.type != DISPLAY]
    for place, item in enumerate(shown, start=1):
        number = item.prefix or f"{above}{place}"
        yield item.link_id, number
        yield from _numbered(item.items, f"{number.rstrip('.:) ')}.")
