"""Letters as Notify takes them: a PDF in base64 and a reference, and nothing else. What it holds is judged later."""

import base64
import binascii
from typing import Any

from onward.gateways.notify.fake.answers import Answer, error

# What Notify shows in place of words that it does not have.
SAID = {"subject": "Pre-compiled PDF", "body": ""}
POSTAGE = "second"


def pdf_in(asked: dict[str, Any]) -> bytes | Answer:
    """The PDF that was sent, or what is wrong with the request, in Notify's words."""
    if not asked.get("reference"):
        return error(400, "ValidationError", "reference is a required property")
    try:
        return base64.b64decode(str(asked.get("content", "")), validate=True)
    except binascii.Error:
        return error(400, "BadRequestError", "Cannot decode letter content (invalid base64 encoding)")


def becomes(pdf: bytes) -> str:
    """The status in which a letter ends: printed and posted, or refused when it was looked at."""
    return "received" if pdf.startswith(b"%PDF-") else "validation-failed"
