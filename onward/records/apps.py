from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "onward.records"
    label = "records"
