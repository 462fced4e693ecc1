from django.apps import AppConfig


class PartnersConfig(AppConfig):
    name = "onward.partners"
    label = "partners"
