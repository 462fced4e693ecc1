"""The addresses of the public pages."""

from django.urls import path

from onward.public import asking, brand, finding, information, tracking

app_name = "public"

urlpatterns = [
    path("", information.start, name="start"),
    path("brand.css", brand.brand, name="brand"),
    path("help/", asking.begin, name="help"),
    path("help/check/", asking.check, name="check"),
    path("help/sent/", asking.sent, name="sent"),
    path("help/<slug:page>/", asking.page, name="page"),
    path("assessment/", asking.assessment, name="assessment"),
    path("ring-me/", asking.ring, name="ring"),
    path("services/", finding.services, name="services"),
    path("request/", tracking.track, name="track"),
    path("request/status/", tracking.status, name="status"),
    path("request/wrong/", tracking.wrong, name="wrong"),
    path("how-we-use-what-you-tell-us/", information.privacy, name="privacy"),
    path("using-this-site/", information.accessibility, name="accessibility"),
]
