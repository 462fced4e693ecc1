"""The addresses of the managers' pages."""

from django.urls import path

from onward.insight import today

app_name = "insight"

urlpatterns = [
    path("today/", today.today, name="today"),
    path("today/<slug:which>/", today.behind, name="behind"),
]
