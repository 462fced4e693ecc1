"""Which source says what of a service, where they disagree; which is shown, and why.

Nothing is kept while only one source speaks. Once an editor, a provider or another source says something of a field,
what its own source says is kept beside it, so that either can be shown and nothing is lost by a refresh.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from onward.directory.dates import is_stale
from onward.directory.models import Saying, Service
from onward.policy.needs import needs
from onward.vocabulary.directory import EDITOR, PROVIDER, Capacity

# What may be said otherwise than the source says it.
FIELDS = (
    "name", "description", "website", "email", "telephone", "opening_hours", "fees", "alert", "eligibility",
    "referral", "capacity", "status", "minimum_age", "maximum_age", "checked_on", "checked_by",
)  # fmt: skip
_NUMBERS, _DAYS = {"minimum_age", "maximum_age"}, {"checked_on"}
_BEFORE = {EDITOR: 0, PROVIDER: 1}  # sources come after both, the newest first


@dataclass(frozen=True)
class Said:
    """That one of several said this, when, and whether it is what is shown."""

    field: str
    said_by: str
    value: str
    said_on: date
    shown: bool


def chosen(sayings: Sequence[Saying]) -> Saying:
    """The saying that is shown: an editor's, else the provider's, else the newest; an empty one only if all are."""
    return min(
        sayings,
        key=lambda each: (
            not each.value and each.said_by not in _BEFORE,
            _BEFORE.get(each.said_by, 2),
            -each.said_on.toordinal(),
            each.said_by,
        ),
    )


def because(saying: Saying) -> str:
    """Why this one is shown, as a code: `editor`, `provider` or `newest`."""
    return saying.said_by if saying.said_by in _BEFORE else "newest"


def disagreements(service_id: str) -> list[Said]:
    """Everything that is said of a service by more than one, field by field, what is shown first."""
    by_field = _by_field(Saying.objects.filter(service=service_id).order_by("field", "-said_on", "said_by"))
    found = []
    for (_service, field), sayings in by_field.items():
        best = chosen(sayings)
        rest = [each for each in sayings if each is not best]
        found += [Said(field, each.said_by, each.value, each.said_on, each is best) for each in (best, *rest)]
    return found


def say(service: Service, news: dict[str, str], *, said_by: str, on: date) -> None:
    """Keep what somebody says of some fields, and show what is now to be shown. The service is not yet saved."""
    own = service.loaded_from_id or ""
    known = set(Saying.objects.filter(service=service, field__in=news).values_list("field", flat=True))
    firsts = [
        Saying(
            service=service,
            field=field,
            said_by=own,
            value=text_of(service, field),
            said_on=_day(service, on),
        )
        for field in news
        if field not in known and own != said_by
    ]
    says = [
        Saying(service=service, field=field, said_by=said_by, value=value, said_on=on)
        for field, value in news.items()
    ]
    _keep([*firsts, *says])
    show(service, on=on)


def unsay(service: Service, *, said_by: str, on: date) -> None:
    """Forget what one of them said; what the others say is shown again. The service is not yet saved."""
    Saying.objects.filter(service=service, said_by=said_by).delete()
    show(service, on=on)
    for sayings in _by_field(Saying.objects.filter(service=service)).values():
        if [each.said_by for each in sayings] == [service.loaded_from_id]:  # nobody disagrees any more
            sayings[0].delete()


def speak_for(other: Service, kept: Service, *, on: date) -> None:
    """Let what a merged service says be said of the one that is shown. That one is not yet saved."""
    unsay(kept, said_by=voice(other), on=on)
    news = {
        field: text for field in FIELDS if (text := text_of(other, field)) and text != text_of(kept, field)
    }
    say(kept, news, said_by=voice(other), on=_day(other, on))


def voice(other: Service) -> str:
    """Who speaks where a merged service does."""
    return f"merged:{other.uuid}"


def say_again(services: Iterable[Service], *, on: date) -> None:
    """Sources speak anew: what each says now replaces what it said, and the services show what is to be shown."""
    by_id = {each.pk: each for each in services}
    spoken = _by_field(Saying.objects.filter(service__in=by_id))
    _keep(
        Saying(
            service_id=service_id,
            field=field,
            said_by=by_id[service_id].loaded_from_id or "",
            value=text_of(by_id[service_id], field),
            said_on=_day(by_id[service_id], on),
        )
        for service_id, field in spoken
    )  # fmt: skip
    show(*(by_id[each] for each in {service_id for service_id, _field in spoken}), on=on)


def show(*services: Service, on: date) -> None:
    """Let the services have what is to be shown of each field of which several speak; not saved yet."""
    by_id = {each.pk: each for each in services}
    for (service_id, field), sayings in _by_field(Saying.objects.filter(service__in=by_id)).items():
        setattr(by_id[service_id], field, _value(field, chosen(sayings).value))
        if field == "checked_on":
            months = needs().stale_after_months
            by_id[service_id].stale = is_stale(by_id[service_id].checked_on, on=on, months=months)


def text_of(service: Service, field: str) -> str:
    """A field of a service as text; empty where it has none."""
    value = getattr(service, field)
    return "" if value in (None, Capacity.NOT_SAID) else str(value)


def _keep(sayings: Iterable[Saying]) -> None:
    Saying.objects.bulk_create(
        sayings,
        update_conflicts=True,
        unique_fields=["service", "field", "said_by"],
        update_fields=["value", "said_on"],
    )


def _by_field(sayings: Iterable[Saying]) -> dict[tuple[str, str], list[Saying]]:
    found: dict[tuple[str, str], list[Saying]] = {}
    for each in sayings:
        found.setdefault((each.service_id, each.field), []).append(each)
    return found


def _day(service: Service, on: date) -> date:
    """When a source is held to have said what it says: when it was checked, if it tells."""
    return service.checked_on if service.checked_on and service.checked_on <= on else on


def _value(field: str, text: str) -> object:
    if field in _NUMBERS:
        return int(text) if text else None
    if field in _DAYS:
        return date.fromisoformat(text) if text else None
    if field == "capacity":
        return text or Capacity.NOT_SAID.value
    return text
