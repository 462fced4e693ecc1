"""Words of the directory: those of Open Referral UK 3 where it has them."""

from enum import StrEnum


class Status(StrEnum):
    """Whether a service is there, as the standard says it."""

    ACTIVE = "active"
    INACTIVE = "inactive"
    DEFUNCT = "defunct"
    TEMPORARILY_CLOSED = "temporarily closed"


class LocationType(StrEnum):
    """How a place is reached, as the standard says it."""

    PHYSICAL = "physical"
    POSTAL = "postal"
    VIRTUAL = "virtual"


class Capacity(StrEnum):
    """Whether a service can take somebody."""

    NOT_SAID = "not_said"
    ROOM_NOW = "room_now"
    WAITING_LIST = "waiting_list"
    FULL = "full"


class SourceKind(StrEnum):
    """What a source is."""

    AREA = "area"
    FEED = "feed"
    FILE = "file"


class Pair(StrEnum):
    """What was decided about two services that may be one."""

    OPEN = "open"
    MERGED = "merged"
    APART = "apart"


class Way(StrEnum):
    """How it was tried whether a service is still there."""

    LINK = "link"
    TELEPHONE = "telephone"
    VISIT = "visit"


class Claim(StrEnum):
    """Where a provider's wish to keep its own entry stands."""

    WAITING = "waiting"  # for an editor: we do not know the address
    OPEN = "open"  # whoever holds the emailed link may change the entry, subject to an editor
    REFUSED = "refused"
    ENDED = "ended"


EDITOR, PROVIDER = "editor", "provider"  # who may say something besides the sources


class Access(StrEnum):
    """What makes a place easier to use."""

    STEP_FREE = "step_free"
    TOILET = "toilet"
    PARKING = "parking"
    HEARING = "hearing"
    SIGNING = "signing"


class Opening(StrEnum):
    """When somebody wants a service to be open."""

    NOW = "now"
    TODAY = "today"


class Wrong(StrEnum):
    """What somebody tells us is wrong with a service."""

    CLOSED = "closed"
    DETAILS = "details"
    OTHER = "other"


class Remark(StrEnum):
    """What an editor did with what somebody told us."""

    OPEN = "open"
    DONE = "done"
    NOT_SO = "not_so"
