from django.apps import AppConfig


class LinksConfig(AppConfig):
    name = "onward.casework.links"
    label = "links"
