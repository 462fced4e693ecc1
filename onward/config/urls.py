"""Every address, by part."""

from django.urls import include, path

from onward.api.api import api

urlpatterns = [
    path("", include("onward.partners.urls")),
    path("", include("onward.public.urls")),
    path("staff/", include("onward.staff.urls")),
    path("staff/", include("onward.staff.account.urls")),
    path("staff/requests/", include("onward.journey.contact.urls")),
    path("staff/outbox/", include("onward.casework.messages.urls")),
    path("staff/promises/", include("onward.casework.promises.urls")),
    path("staff/follow-ups/", include("onward.casework.followup.urls")),
    path("staff/introductions/", include("onward.casework.introducing.urls")),
    path("staff/figures/", include("onward.insight.urls")),
    path("api/v1/", api.urls),
    path("api/fhir/r4/", include("onward.api.fhir.urls")),
    path("staff/directory/", include("onward.directory.urls")),
    path("api/oruk/v3/", include("onward.api.oruk.urls")),
]

handler400 = "onward.web.errors.not_understood"
handler404 = "onward.web.errors.not_found"
handler429 = "onward.web.errors.too_often"
handler500 = "onward.web.errors.broken"
