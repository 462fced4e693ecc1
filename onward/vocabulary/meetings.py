"""Meetings in which several people look at cases together."""

from enum import StrEnum


class Kind(StrEnum):
    HUDDLE = "huddle"  # the morning's requests, decided together
