"""The addresses of promises."""

from django.urls import path

from onward.casework.promises import views

app_name = "promises"

urlpatterns = [
    path("", views.promises, name="promises"),
    path("new/<uuid:case>/", views.make, name="make"),
    path("<uuid:promise>/", views.promise, name="promise"),
    path("<uuid:promise>/call/", views.call, name="call"),
    path("<uuid:promise>/done/", views.done, name="done"),
    path("<uuid:promise>/take/", views.take, name="take"),
    path("<uuid:promise>/move/", views.move, name="move"),
    path("<uuid:promise>/ask/", views.ask, name="ask"),
    path("<uuid:promise>/let-go/", views.let_go, name="let-go"),
]
