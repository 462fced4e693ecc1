"""The addresses of the managers' pages."""

from django.urls import path

from onward.insight import held, promised, today

app_name = "insight"

urlpatterns = [
    path("promises/", promised.promised, name="promised"),
    path("promises/<str:monday>/<slug:ended>/", promised.behind, name="promised-behind"),
    path("six-weeks/", held.held, name="held"),
    path("six-weeks/<slug:which>/", held.behind, name="held-behind"),
    path("today/", today.today, name="today"),
    path("today/<slug:which>/", today.behind, name="behind"),
]
