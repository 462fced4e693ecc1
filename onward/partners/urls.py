"""The addresses of pages for organisations outside."""

from django.urls import path

from onward.partners import asking, opening

app_name = "partners"

urlpatterns = [
    path("partners/<str:token>/", opening.opened, name="opened"),
    path("services/<path:service_id>/claim/", asking.ask, name="claim"),
]
