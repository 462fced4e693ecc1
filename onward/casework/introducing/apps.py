from django.apps import AppConfig


class IntroducingConfig(AppConfig):
    name = "onward.casework.introducing"
    label = "introducing"
