"""The reference and the code by which somebody without an account comes back to their request.

The code follows from the case and this installation's secret, so it never has to be stored to be shown again;
the database keeps a digest, checks it, counts wrong tries and locks.
"""

import hashlib
import hmac
import secrets
from uuid import UUID

from django.conf import settings

from onward.vocabulary.references import spell, spell_bytes

REFERENCE_LETTERS, CODE_LETTERS = 8, 8


def new_reference() -> str:
    """A reference that says nothing about anybody, such as `7F3K-92QX`."""
    return spell(secrets.choice, REFERENCE_LETTERS)


def code_of(case: UUID) -> str:
    """The code of a case: 40 bits."""
    digest = hmac.new(settings.SECRET_KEY.encode(), b"case code:" + case.bytes, hashlib.sha256).digest()
    return spell_bytes(digest, CODE_LETTERS)


def digest_of(case: UUID, code: str) -> str:
    """What the database keeps of the code; the same as its own `onward_code_digest`."""
    return hashlib.sha256(f"{case}:{code}".encode()).hexdigest()
