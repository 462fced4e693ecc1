from django.apps import AppConfig


class ContactConfig(AppConfig):
    name = "onward.journey.contact"
    label = "contact"
