"""What becomes of services with time: withdrawn by their source, or checked by nobody for long."""

from datetime import date

from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Now

from onward.directory.dates import oldest_fresh
from onward.directory.models import Service, Source
from onward.policy.needs import needs
from onward.vocabulary.directory import SourceKind


def withdraw(source: Source, *, on: date) -> int:
    """Withdraw what the source's present run did not list; how many. Only after a run that saw all of it."""
    unseen = Q(loaded_from=source, seen_run__lt=source.run)
    if source.kind == SourceKind.AREA:
        # There is one area: what only another one's folder listed is listed no more.
        unseen = Q(loaded_from__kind=SourceKind.AREA, seen_run__lt=F("loaded_from__run"))
    withdrawn = Service.objects.filter(unseen, withdrawn_on=None).update(withdrawn_on=on, last_modified=Now())
    # One that another source's was merged into stays for as long as that source lists it.
    still_listed = Service.objects.filter(merged_into=OuterRef("pk"), withdrawn_on=None)
    Service.objects.filter(~Exists(still_listed), closed=False, withdrawn_on__isnull=False).update(
        closed=True, last_modified=Now()
    )
    return withdrawn


def age(on: date) -> int:
    """Flag what nobody is known to have checked lately, as of this day, and only that; how many flags changed."""
    lately = Q(checked_on__lte=on, checked_on__gte=oldest_fresh(on, needs().stale_after_months))
    now_stale = Service.objects.filter(~lately | Q(checked_on=None), stale=False)
    now_fresh = Service.objects.filter(lately, stale=True)
    return now_stale.update(stale=True) + now_fresh.update(stale=False)


def decided_places() -> dict[str, bool]:
    """For which services an editor decided whether their place may be shown, whatever the words say."""
    decided = Service.objects.filter(place_may_be_shown__isnull=False)
    return {pk: bool(may) for pk, may in decided.values_list("pk", "place_may_be_shown")}
