from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "onward.casework.meetings"
    label = "meetings"
