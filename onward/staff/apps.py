from django.apps import AppConfig


class StaffConfig(AppConfig):
    name = "onward.staff"
    label = "staff"
