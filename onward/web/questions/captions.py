"""Where a page is in its form, in words."""

from django.utils.translation import gettext as _

from onward.questionnaires.definition import Item, Questionnaire
from onward.questionnaires.numbering import numbers
from onward.web.questions.walking import writable


def caption(form: Questionnaire, page: Item) -> str:
    """`Part 3 of 12`. It is the page's own number, the same on paper and on the telephone, whatever is left out."""
    number = numbers(form).get(page.link_id, "")
    if not number.isdigit():
        return _("Part %(number)s") % {"number": number} if number else ""
    many = sum(not each.hidden for each in form.items)
    return _("Part %(number)s of %(many)s") % {"number": number, "many": many}


def may_be_skipped(page: Item) -> bool:
    """Whether nothing on the page has to be answered."""
    return not any(each.required or each.min_occurs for each in writable(page))
