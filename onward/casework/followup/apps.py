from django.apps import AppConfig


class FollowUpConfig(AppConfig):
    name = "onward.casework.followup"
    label = "followup"
