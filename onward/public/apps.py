from django.apps import AppConfig


class PublicConfig(AppConfig):
    name = "onward.public"
    label = "public"
