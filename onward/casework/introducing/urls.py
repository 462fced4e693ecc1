"""The addresses of lists and introductions, for staff."""

from django.urls import path

from onward.casework.introducing import giving, views

app_name = "introducing"

urlpatterns = [
    path("<uuid:case>/", giving.services, name="services"),
    path("<uuid:case>/list/", giving.give, name="give"),
    path("<uuid:case>/new/", views.new, name="new"),
    path("one/<uuid:introduction>/", views.one, name="one"),
    path("one/<uuid:introduction>/answer/", views.answer, name="answer"),
    path("one/<uuid:introduction>/taken-back/", views.take_back, name="take-back"),
    path("one/<uuid:introduction>/again/", views.again, name="again"),
]
