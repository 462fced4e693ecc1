"""A service of the database as plain values."""

from onward.directory.found import ServiceInfo, Suggested
from onward.directory.models import Service
from onward.directory.use.told import told_of
from onward.directory.wording import phrase
from onward.ranking import Suggestion


def suggested(service: Service, ranked: Suggestion) -> Suggested:
    """A service that was found, with how far it is and why."""
    because = tuple(phrase(reason) for reason in ranked.because)
    told = told_of(ranked.candidate) if ranked.candidate else {}
    return Suggested(**vars(shown(service)), km=ranked.km, because=because, score=ranked.score, told=told)


def shown(service: Service) -> ServiceInfo:
    """A service as it is shown."""
    return ServiceInfo(
        service_id=service.id,
        uuid=service.uuid,
        name=service.name,
        organisation=service.organisation.name,
        description=service.description,
        category=service.category,
        address=service.address,
        postcode=service.postcode,
        latitude=service.latitude,
        longitude=service.longitude,
        website=service.website,
        telephone=service.telephone,
        email=service.email,
        opening_hours=service.opening_hours,
        referral=service.referral,
        fees=service.fees,
        eligibility=service.eligibility,
        alert=service.alert,
        capacity=service.capacity,
        minimum_age=service.minimum_age,
        maximum_age=service.maximum_age,
        stale=service.stale,
        outside_area=service.outside_area,
        closed=service.closed,
        checked_on=service.checked_on,
        checked_said=service.checked_said,
        checked_by=service.checked_by,
    )
