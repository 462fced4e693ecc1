"""The addresses of staff pages across stages. The page on which one chooses whom to be exists in the demo only."""

from django.conf import settings
from django.urls import path

from onward.staff import finding, looks, people, signing_in
from onward.staff.account import council, pages
from onward.staff.forms import views as forms

app_name = "staff"

urlpatterns = [
    path("", signing_in.home, name="home"),
    path("sign-in/council/", council.begin, name="council"),
    path("sign-in/council/back/", council.come_back, name="council-back"),
    path("account/second-factor/", pages.second_factor, name="second-factor"),
    path("account/sessions/", pages.sessions, name="sessions"),
    path("people/<uuid:person>/", people.person, name="person"),
    path("people/<uuid:person>/why/", people.why, name="why"),
    path("services/", finding.services, name="services"),
    path("services/<uuid:service>/", finding.service, name="service"),
    path("looks/", looks.looks, name="looks"),
    path("forms/", forms.listed, name="forms"),
    path("forms/<slug:name>/", forms.form, name="form"),
    path("forms/<slug:name>/<slug:shape>/", forms.shape, name="form-shape"),
]

if settings.DEMO:
    from onward.staff import demo

    urlpatterns.append(path("choose/", demo.choose, name="choose"))
