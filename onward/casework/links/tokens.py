"""What a link carries. It follows from the link and this installation's secret, so it never has to be stored to be
emailed; the database keeps a digest."""

import base64
import hashlib
import hmac
from uuid import UUID

from django.conf import settings


def token_of(link: UUID) -> str:
    """The token of a link: 256 bits, in letters that an address may have."""
    key = hmac.new(settings.SECRET_KEY.encode(), b"link:" + link.bytes, hashlib.sha256).digest()
    return base64.urlsafe_b64encode(key).rstrip(b"=").decode()


def digest_of(token: str) -> str:
    """What the database keeps of it; the same as its own in `onward_open_link`."""
    return hashlib.sha256(token.encode()).hexdigest()
