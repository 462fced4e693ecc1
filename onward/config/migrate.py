"""Bring the tables up to date as their owner, and give the application its rights: it reads and writes rows, and owns
nothing."""

from django.conf import settings
from django.core.management import call_command
from django.db import connections

from onward.config.databases import DatabaseProblem

# Where the application may add rows and read them, and nothing else: the triggers refuse it too.
APPEND_ONLY = ("records_event", "records_look")


def migrate() -> None:
    """Migrate through the `owner` connection; raises DatabaseProblem where there is none or it may not bypass."""
    if "owner" not in settings.DATABASES:
        raise DatabaseProblem(
            "Migrations need DATABASE_OWNER_URL: the address of the role that owns the tables. "
            "See docs/running/database.md."
        )
    _check_owner_may_bypass()
    call_command("migrate", database="owner", verbosity=0, interactive=False)
    _grant(settings.DATABASES["default"]["USER"] or connections["default"].settings_dict["USER"])


def _check_owner_may_bypass() -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT rolbypassrls OR rolsuper FROM pg_roles WHERE rolname = current_user")
        if not cursor.fetchone()[0]:
            raise DatabaseProblem(
                "The role in DATABASE_OWNER_URL may not bypass row security, so migrations that change data would "
                "silently do nothing. An administrator can mend it: ALTER ROLE <owner> BYPASSRLS"
            )


def _grant(app_role: str) -> None:
    with connections["owner"].cursor() as cursor:
        quoted = connections["owner"].ops.quote_name(app_role)
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {quoted}")
        cursor.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {quoted}")
        cursor.execute(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {quoted}")
        for table in APPEND_ONLY:
            cursor.execute(f"REVOKE UPDATE, DELETE ON {table} FROM {quoted}")
        cursor.execute(f"REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {quoted}")
