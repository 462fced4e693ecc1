"""The addresses of the editor's pages."""

from django.urls import path

from onward.directory import views

app_name = "directory"

urlpatterns = [
    path("", views.index, name="desk"),
    path("compare/", views.compare, name="compare"),
    path("pairs/<int:number_of_pair>/", views.pair, name="pair"),
    path("remarks/<uuid:remark>/", views.remark, name="remark"),
    path("services/<path:service_id>/", views.service, name="service"),
]
