"""The addresses of this stage's staff pages."""

from django.urls import path

from onward.journey.contact import views

app_name = "contact"

urlpatterns = [
    path("", views.waiting, name="waiting"),
    path("<str:reference>/", views.request_page, name="request"),
    path("<str:reference>/person/", views.match, name="match"),
    path("<str:reference>/decision/", views.decide, name="decide"),
]
