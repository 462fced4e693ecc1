"""Addresses as Notify judges them, and those that fail on purpose."""

import re

from onward.vocabulary import addresses

# docs.notifications.service.gov.uk, "Testing": what becomes of a message with a test key.
_FAIL = {
    "perm-fail@simulator.notify": "permanent-failure",
    "temp-fail@simulator.notify": "temporary-failure",
    "07700900002": "permanent-failure",
    "07700900003": "temporary-failure",
}


def wrong(channel: str, to: str) -> str:
    """What is wrong with an address, in Notify's words; empty where nothing is."""
    if channel == "email":
        return "" if addresses.email(to) else "email_address Not a valid email address"
    if addresses.mobile(to):
        return ""
    digits = re.sub(r"[ ()+\-.]", "", to)
    if not digits.isdigit():
        return "phone_number Must not contain letters or symbols"
    if not re.fullmatch(r"(44|0044|0)?0?7\d*", digits):
        return "phone_number Not a UK mobile number"
    return f"phone_number {'Not enough' if len(digits.lstrip('04')) < 10 else 'Too many'} digits"


def becomes(to: str) -> str:
    """The status in which a message to this address ends."""
    return _FAIL.get(addresses.mobile(to) or to.strip(), "delivered")
