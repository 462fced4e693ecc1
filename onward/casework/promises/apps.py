from django.apps import AppConfig


class PromisesConfig(AppConfig):
    name = "onward.casework.promises"
    label = "promises"
