"""Services that their source no longer lists: kept, and shown to nobody as something to go to."""

from datetime import date

from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Now

from onward.directory.models import Service, Source
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


def shown_places() -> frozenset[str]:
    """The ids of services whose place an editor decided to show, whatever the words say."""
    return frozenset(Service.objects.filter(place_may_be_shown=True).values_list("pk", flat=True))
