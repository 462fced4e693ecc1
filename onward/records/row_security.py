"""Row security as migration operations: who sees the case sees what hangs on it.

FORCE makes it hold for the tables' owner too; the application's role owns nothing.
"""

from django.db import migrations


def force(table: str, *, see: str, write: str | None = None) -> migrations.RunSQL:
    """Force row security on `table`: rows for which `see` holds may be read, changed and removed;
    new and changed rows must satisfy `write`, or `see` where it is not given."""
    return migrations.RunSQL(
        [
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
            f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
            f"CREATE POLICY {table}_see ON {table} USING ({see}) WITH CHECK ({write or see})",
        ],
        [
            f"DROP POLICY {table}_see ON {table}",
            f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY",
            f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY",
        ],
    )


def follow_the_case(table: str, column: str = "case_id") -> migrations.RunSQL:
    """The rows of `table` are seen and written by whoever sees their case."""
    return force(table, see=f"EXISTS (SELECT 1 FROM records_case seen WHERE seen.id = {table}.{column})")


def append_only(table: str) -> migrations.RunSQL:
    """Nobody changes or removes a row of `table`, whatever their role."""
    return migrations.RunSQL(
        f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION onward_refuse_change()",
        f"DROP TRIGGER {table}_append_only ON {table}",
    )
