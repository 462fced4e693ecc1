"""Links that open one page without an account."""

from enum import StrEnum


class Purpose(StrEnum):
    """What a link opens."""

    INTRODUCTION = "introduction"  # somebody who was introduced to a service
    CLAIM = "claim"  # a provider's own entry in the directory
