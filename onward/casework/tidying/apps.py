from django.apps import AppConfig


class TidyingConfig(AppConfig):
    name = "onward.casework.tidying"
    label = "tidying"
