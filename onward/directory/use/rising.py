"""Which services may rise now and then: those that few have rated, and those of groups that run only one."""

from collections.abc import Collection, Iterable

from django.db.models import Count

from onward.directory.models import Service, UseResult
from onward.policy.recommending import recommending
from onward.vocabulary.using import Became


def small(among: Collection[str] | None = None) -> frozenset[str]:
    """The services of organisations that run only this one; all of them, or those among these."""
    runs_one = Service.objects.values("organisation").annotate(number=Count("pk")).filter(number=1)
    found = Service.objects.filter(organisation__in=runs_one.values("organisation"))
    return frozenset((found if among is None else found.filter(pk__in=among)).values_list("pk", flat=True))


def known(among: Collection[str] | None = None) -> frozenset[str]:
    """The services that enough have rated, as policy counts it."""
    rated = UseResult.objects.filter(became=Became.RATED.value)
    of = rated if among is None else rated.filter(shown__service__in=among)
    counted = of.values_list("shown__service").annotate(number=Count("pk"))
    return frozenset(service for service, number in counted if number >= recommending().learning.few)


def may_rise(ids: Iterable[str]) -> frozenset[str]:
    """Those of the services that are new or a small group's."""
    all_of_them = frozenset(ids)
    return (all_of_them - known(all_of_them)) | small(all_of_them)
