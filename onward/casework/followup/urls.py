"""The addresses of follow-ups."""

from django.urls import path

from onward.casework.followup import views

app_name = "followup"

urlpatterns = [
    path("<uuid:case>/", views.follow_up, name="follow-up"),
    path("<uuid:case>/do-not-ask/", views.do_not_ask, name="do-not-ask"),
]
