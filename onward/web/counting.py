"""What is counted for a while, such as wrong passwords, is found again by a digest: it names nobody."""

from django.utils.crypto import salted_hmac


def digest(key: str, key_prefix: str, version: int) -> str:
    """A cache's KEY_FUNCTION: user names and addresses stand in keys, and must not stand in the database."""
    return salted_hmac("onward.counter", f"{key_prefix}:{version}:{key}", algorithm="sha256").hexdigest()
