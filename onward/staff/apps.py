from django.apps import AppConfig


class StaffConfig(AppConfig):
    name = "onward.staff"
    label = "staff"

    def ready(self) -> None:
        """What is written down of signing in is told by the library's signals."""
        from onward.staff.account import written_down  # noqa: F401
