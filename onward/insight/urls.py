"""The addresses of the managers' pages."""

from django.urls import path

from onward.insight import front_door, held, promised, today

app_name = "insight"

urlpatterns = [
    path("front-door/", front_door.front_door, name="front-door"),
    path("front-door/list/", front_door.behind, name="front-door-behind"),
    path("front-door/promises/<slug:ended>/", front_door.promises_behind, name="front-door-promises"),
    path("promises/", promised.promised, name="promised"),
    path("promises/<str:monday>/<slug:ended>/", promised.behind, name="promised-behind"),
    path("six-weeks/", held.held, name="held"),
    path("six-weeks/<slug:which>/", held.behind, name="held-behind"),
    path("today/", today.today, name="today"),
    path("today/<slug:which>/", today.behind, name="behind"),
]
