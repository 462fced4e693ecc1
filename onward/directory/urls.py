"""The addresses of the editor's pages."""

from django.urls import path

from onward.directory import views
from onward.directory.use import pages

app_name = "directory"

urlpatterns = [
    path("", views.index, name="desk"),
    path("compare/", views.compare, name="compare"),
    path("order/", pages.ordered, name="order"),
    path("pairs/<int:number_of_pair>/", views.pair, name="pair"),
    path("services/<path:service_id>/", views.service, name="service"),
]
