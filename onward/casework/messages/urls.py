"""The addresses of the outbox."""

from django.urls import path

from onward.casework.messages import views

app_name = "outbox"

urlpatterns = [
    path("", views.outbox, name="outbox"),
    path("<uuid:message>/", views.message, name="message"),
    path("<uuid:message>/release/", views.release, name="release"),
    path("<uuid:message>/letter.pdf", views.letter, name="letter"),
    path("<uuid:message>/posted/", views.posted, name="posted"),
    path("taken/<uuid:number>.pdf", views.taken, name="taken"),
    path("<uuid:message>/again/", views.again, name="again"),
]
