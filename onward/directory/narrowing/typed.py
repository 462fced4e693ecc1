"""What somebody asks, read from the address of the page. Whatever cannot be read asks nothing, and is told."""

from django.http import QueryDict
from django.utils.translation import gettext as _

from onward.directory.narrowing.asked import REACHES, Asked
from onward.directory.rows import OLDEST
from onward.vocabulary.directory import Access, Opening
from onward.web.typed import field, fields, number

MOST_LETTERS, LONGEST_PLACE, LONGEST_LANGUAGE = 500, 80, 60


def asked_in(data: QueryDict) -> tuple[Asked, dict[str, str]]:
    """What is asked, and by field what is wrong with it. `postcode` is what the field was called before."""
    age, problem = _age(field(data, "age"))
    km, opening = number(data, "km"), field(data, "opening")
    asked = Asked(
        words=field(data, "words")[:MOST_LETTERS],
        near=(field(data, "near") or field(data, "postcode"))[:LONGEST_PLACE],
        km=km if km in REACHES else None,
        opening=Opening(opening) if opening in set(Opening) else None,
        free=field(data, "free") == "yes",
        age=age,
        language=field(data, "language")[:LONGEST_LANGUAGE],
        access=tuple(Access(each) for each in dict.fromkeys(fields(data, "access")) if each in set(Access)),
    )
    return asked, {"age": problem} if problem else {}


def _age(typed: str) -> tuple[int | None, str]:
    if not typed:
        return None, ""
    if typed.isascii() and typed.isdigit() and int(typed[:4]) <= OLDEST:
        return int(typed), ""
    return None, _("Age: write it in whole years, like 82")
