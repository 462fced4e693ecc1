"""Bring the tables up to date as their owner, and give the application its rights: it reads and writes rows, and owns
nothing."""

from django.conf import settings
from django.core.management import call_command
from django.db import connections

from onward.config.databases import DatabaseProblem

# What the application may not do, table by table; it may do everything else to rows. Triggers hold the first two too.
NOT_ALLOWED = {
    "records_event": "UPDATE, DELETE",
    "records_definition": "UPDATE, DELETE",
    "records_look": "INSERT, UPDATE, DELETE",
    "records_team": "INSERT, UPDATE, DELETE",
    "records_membership": "INSERT, UPDATE, DELETE",
    "records_staff": "INSERT, DELETE",
    "django_migrations": "INSERT, UPDATE, DELETE",
    # Which identity of the council's is whose is said by an administrator; the first sign-in with it adds its subject.
    "account_emailaddress": "INSERT, UPDATE, DELETE",
    "account_emailconfirmation": "SELECT, INSERT, UPDATE, DELETE",
    "socialaccount_socialaccount": "DELETE",
    "socialaccount_socialapp": "INSERT, UPDATE, DELETE",
    "socialaccount_socialtoken": "SELECT, INSERT, UPDATE, DELETE",
}


def migrate() -> None:
    """Migrate through the `owner` connection; raises DatabaseProblem where there is none or it may not bypass."""
    if "owner" not in settings.DATABASES:
        raise DatabaseProblem(
            "Migrations need DATABASE_OWNER_URL: the address of the role that owns the tables. "
            "See docs/running/database.md."
        )
    _check_owner_may_bypass()
    call_command("migrate", database="owner", verbosity=0, interactive=False)
    call_command("createcachetable", database="owner", verbosity=0)
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
        cursor.execute("REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC")
        cursor.execute(f"GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO {quoted}")
        for table, rights in NOT_ALLOWED.items():
            cursor.execute(f"REVOKE {rights} ON {table} FROM {quoted}")
