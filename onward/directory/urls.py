"""The addresses of the editor's pages."""

from django.urls import path

from onward.directory import editing, views
from onward.directory.use import pages

app_name = "directory"

urlpatterns = [
    path("", views.index, name="desk"),
    path("compare/", views.compare, name="compare"),
    path("order/", pages.ordered, name="order"),
    path("pairs/<int:number_of_pair>/", views.pair, name="pair"),
    path("remarks/<uuid:remark>/", views.remark, name="remark"),
    path("claims/<uuid:claim>/", editing.claim, name="claim"),
    path("amendments/<uuid:amendment>/", editing.amendment, name="amendment"),
    path("services/<path:service_id>/", views.service, name="service"),
]
