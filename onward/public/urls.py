"""The addresses of the public pages."""

from django.urls import path

from onward.public import (
    asking,
    brand,
    finding,
    how_long,
    information,
    listing,
    more,
    paper,
    promised,
    returning,
    six_weeks,
    suiting,
    tracking,
)
from onward.public.reckoning.pages import reckoner
from onward.public.walks import MORE, REQUEST

app_name = "public"

urlpatterns = [
    path("", information.start, name="start"),
    path("brand.css", brand.brand, name="brand"),
    path("help/", asking.begin, name="help-start"),
    path("help/check/", asking.check, name="help-check"),
    path("help/sent/", asking.sent, name="help-sent"),
    path("help/later/", returning.later, {"walk": REQUEST}, name="help-later"),
    path("help/<str:page>/", asking.page, name="help-page"),
    path("more/", more.begin, name="more-start"),
    path("more/known/", more.known, name="more-known"),
    path("more/check/", more.check, name="more-check"),
    path("more/sent/", more.sent, name="more-sent"),
    path("more/later/", returning.later, {"walk": MORE}, name="more-later"),
    path("more/<str:page>/", more.page, name="more-page"),
    path("help/print/<str:style>.pdf", paper.own, {"walk": REQUEST}, name="help-print"),
    path("more/print/<str:style>.pdf", paper.own, {"walk": MORE}, name="more-print"),
    path("paper/", paper.choose, name="paper"),
    path("paper/<str:name>/<str:style>.pdf", paper.blank, name="paper-form"),
    path("assessment/", asking.assessment, name="assessment"),
    path("carer/", asking.carer, name="carer"),
    path("ring-me/", asking.ring, name="ring"),
    path("services/list/", listing.services, name="list"),
    path("services/", finding.services, name="services"),
    path("services/<uuid:service>/", finding.service, name="service"),
    path("services/<uuid:service>/wrong/", finding.wrong, name="service-wrong"),
    path("request/", tracking.track, name="track"),
    path("request/back/", tracking.back, name="back"),
    path("request/status/", tracking.status, name="status"),
    path("request/promise/", promised.answer, name="promise"),
    path("request/how-did-it-go/", six_weeks.six_weeks, name="six-weeks"),
    path("request/taken-back/", tracking.take_back, name="take-back"),
    path("request/suits/", suiting.suits, name="suits"),
    path("request/wrong/", tracking.wrong, name="wrong"),
    path("what-would-i-pay/", reckoner, name="reckoner"),
    path("how-long/", how_long.how_long, name="how-long"),
    path("how-we-use-what-you-tell-us/", information.privacy, name="privacy"),
    path("leave/", information.leave, name="leave"),
    path("using-this-site/", information.accessibility, name="accessibility"),
]
