from django.apps import AppConfig


class InsightConfig(AppConfig):
    name = "onward.insight"
    label = "insight"
