"""Secrets that have to be read again are kept sealed: a copy of the database alone shows none."""

import base64
from hashlib import sha256

from cryptography.fernet import Fernet
from django.conf import settings


def seal(text: str) -> str:
    """Sealed with a key that follows from SECRET_KEY; another text each time."""
    return _box().encrypt(text.encode()).decode("ascii")


def unseal(sealed: str) -> str:
    """What was sealed; cryptography.fernet.InvalidToken where the key is another or somebody changed it."""
    return _box().decrypt(sealed.encode("ascii")).decode()


def _box() -> Fernet:
    return Fernet(base64.urlsafe_b64encode(sha256(f"onward.sealing:{settings.SECRET_KEY}".encode()).digest()))
