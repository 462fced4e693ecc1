from django.apps import AppConfig


class MessagesConfig(AppConfig):
    name = "onward.casework.messages"
    label = "outbox"  # `messages` is the name of an app of Django's own
