"""The addresses of this stage's staff pages."""

from django.urls import path

from onward.journey.contact import helping, huddle, messaging, reading, urgency, views, writing

app_name = "contact"

urlpatterns = [
    path("", views.waiting, name="waiting"),
    path("huddle/", huddle.huddle, name="huddle"),
    path("huddle/people/", huddle.people, name="huddle-people"),
    path("new/", helping.new, name="new"),
    path("take-over/", helping.take_over, name="take-over"),
    path("<str:reference>/form/<str:questionnaire>/", writing.form, name="form"),
    path(
        "<str:reference>/form/<str:questionnaire>/<str:style>.pdf",
        reading.printed,
        name="printed",
    ),
    path("<str:reference>/told/<str:questionnaire>/", reading.told, name="told"),
    path("<str:reference>/", views.request_page, name="request"),
    path("<str:reference>/message/", messaging.message, name="message"),
    path("<str:reference>/message/letter.pdf", messaging.letter, name="message-letter"),
    path("<str:reference>/person/", views.match, name="match"),
    path("<str:reference>/urgency/", urgency.urgency, name="urgency"),
    path("<str:reference>/suits/", views.rate, name="rate"),
    path("<str:reference>/decision/", views.decide, name="decide"),
]
