"""What anybody tells us is wrong with a service, and what an editor does with it.

Remarks never count as checks: anybody may write two, and a service must not be closed by whoever wants it gone.
They stand above what may have closed on the editor's page, who tries the service and says what is so.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from onward.directory.models import RemarkMade, Service
from onward.records import versions
from onward.records.action import action, record
from onward.records.principal import acting_as
from onward.records.refusals import Refused
from onward.vocabulary.directory import Remark, Wrong
from onward.vocabulary.events import RemarkDecided, ServiceRemarked
from onward.vocabulary.principals import Principal

MOST_WORDS, MOST_REACH = 2_000, 200
MOST_LISTED = 100
ANYBODY = Principal.job("remark")


@dataclass(frozen=True)
class Remarked:
    """One of them, as its editor reads it; `alike` others wait that say the same of the service."""

    number: UUID
    service_id: str
    name: str
    wrong: Wrong
    words: str
    reach: str
    made_on: date
    version: int
    alike: int


@action
def remark(
    *, service: UUID, wrong: Wrong | None, words: str, reach: str, key: UUID, by: Principal, on: date
) -> UUID:
    """Keep what somebody wrote. Nothing is shown otherwise because of it until an editor has looked."""
    row = Service.objects.filter(uuid=service).first()
    if row is None:
        raise Refused(_("We do not list this service any more."), "no_service")
    _refuse_what_says_nothing(wrong, words, reach)
    made = RemarkMade(service=row, wrong=wrong or "", words=words, reach=reach, made_on=on)
    made.save(force_insert=True)
    record(ServiceRemarked(service=service, wrong=made.wrong), by=by, on=on)
    return made.id


@action
def decide(*, remark: UUID, decision: Remark, version: int, by: Principal, on: date) -> None:
    """Say that it was taken care of, or is not so. How to reach whoever wrote it is removed: it is needed no more."""
    row = RemarkMade.objects.filter(pk=remark).first()
    if row is None:
        raise Refused(_("This is not there any more."), "no_remark")
    versions.change(
        row,
        version,
        state=decision.value,
        reach="",
        decided_by=str(by),
        decided_on=on,
    )
    record(RemarkDecided(remark=remark, decision=decision.value), by=by, on=on)


def take(*, service: UUID, wrong: Wrong | None, words: str, reach: str, key: UUID, on: date) -> UUID:
    """`remark` for anybody at all: who it was is asked of nobody, and a request they may have made is not told."""
    with acting_as(ANYBODY):
        return remark(service=service, wrong=wrong, words=words, reach=reach, key=key, by=ANYBODY, on=on)


def waiting() -> list[Remarked]:
    """Those that no editor has dealt with, the services of which most is said first, then by age."""
    rows = list(
        RemarkMade.objects.filter(state=Remark.OPEN)
        .select_related("service")
        .order_by("made_on", "pk")[:MOST_LISTED]
    )
    same = Counter((each.service_id, each.wrong) for each in rows)
    found = [
        Remarked(
            number=each.id,
            service_id=each.service_id,
            name=each.service.name,
            wrong=Wrong(each.wrong),
            words=each.words,
            reach=each.reach,
            made_on=each.made_on,
            version=each.version,
            alike=same[each.service_id, each.wrong] - 1,
        )
        for each in rows
    ]
    return sorted(found, key=lambda each: -each.alike)


def _refuse_what_says_nothing(wrong: Wrong | None, words: str, reach: str) -> None:
    if wrong is None:
        raise Refused(_("Choose what is wrong."), "no_wrong")
    if wrong is not Wrong.CLOSED and not words:
        raise Refused(_("Tell us what is wrong, so that we can put it right."), "no_words")
    if len(words) > MOST_WORDS:
        raise Refused(
            _("You wrote %(number)s letters. Use %(most)s or fewer.")
            % {"number": len(words), "most": MOST_WORDS},
            "too_long",
        )
    if len(reach) > MOST_REACH:
        raise Refused(
            _("How to reach you: use %(most)s letters or fewer.") % {"most": MOST_REACH}, "reach_too_long"
        )
