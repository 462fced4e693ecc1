"""What must not leave: where a refuge is, and how to reach somebody at home.

It is taken out when an entry is read, so that nothing that is shown, searched or served can have it.
"""

import re
from collections.abc import Iterable

from onward.policy.directory import Keeping

WITHHELD = "[not shown]"
_MOBILE = re.compile(r"(?:\+?44|0)7[1-57-9]\d{8}")  # 070 and 076 are not mobile telephones
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b", re.IGNORECASE)
_PERSONS_NAME = re.compile(r"[a-z]+[._-][a-z]+\d*")
_SHORTEST_NAME, _SHORTEST_SECRET = 3, 5


def is_confidential(names: Iterable[str], description: str, keeping: Keeping) -> bool:
    """Whether these words speak of somewhere that somebody may be looked for."""
    in_names = _words(" ".join(names))
    anywhere = f"{in_names}{_words(description)}"
    return any(f" {each} " in in_names for each in keeping.confidential_names) or any(
        f" {each} " in anywhere for each in keeping.confidential_anywhere
    )


def is_personal_email(email: str, name: str, keeping: Keeping) -> bool:
    """Whether an email address is somebody's own: named after the contact, or after a person at a mailbox for one."""
    box, _, provider = email.lower().rpartition("@")
    named = any(part in box for part in _names(name))
    return named or (provider in keeping.private_mail and bool(_PERSONS_NAME.fullmatch(box)))


def is_personal_number(number: str, name: str) -> bool:
    """Whether a number is somebody's own: a mobile telephone with a person's name beside it."""
    return bool(name.strip()) and bool(_MOBILE.fullmatch(re.sub(r"[^\d+]", "", number)))


def without(text: str, secrets: Iterable[str]) -> str:
    """The text with every secret taken out, however it is spaced or capitalised."""
    for secret in secrets:
        spaced = r"[\s(),.-]*".join(re.escape(letter) for letter in re.sub(r"[\s(),.-]+", "", secret))
        if len(re.sub(r"\W", "", secret)) >= _SHORTEST_SECRET:
            text = re.sub(spaced, WITHHELD, text, flags=re.IGNORECASE)
    return text


def without_postcodes(text: str) -> str:
    """The text with every postcode taken out."""
    return _POSTCODE.sub(WITHHELD, text)


def _words(text: str) -> str:
    """The words with a space around each, so that a phrase is found whole: `women's aid` is `women s aid`."""
    return f" {' '.join(re.findall(r'[a-z0-9]+', text.lower()))} "


def _names(name: str) -> list[str]:
    return [part for part in re.findall(r"[a-z]+", name.lower()) if len(part) >= _SHORTEST_NAME]
