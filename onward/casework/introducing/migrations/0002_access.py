"""Who sees the case sees its introductions and their answers. Whoever holds a service's open link sees the one
introduction that it is about, changes nothing of it, and may add an answer to it."""

from django.db import migrations

from onward.records.row_security import append_only, follow_the_case

ONE = "(SELECT onward_link_about('introduction'))"
EVENT = "kind = 'introduction.answered' AND case_id = (SELECT onward_link_case())"


def policy(name: str, table: str, holds: str) -> migrations.RunSQL:
    return migrations.RunSQL(f"CREATE POLICY {name} ON {table} {holds}", f"DROP POLICY {name} ON {table}")


class Migration(migrations.Migration):
    dependencies = [("introducing", "0001_initial"), ("links", "0002_access")]

    operations = [
        follow_the_case("introducing_introduction"),
        follow_the_case("introducing_serviceanswer"),
        append_only("introducing_serviceanswer"),
        policy("introducing_told", "introducing_introduction", f"FOR SELECT USING (id = {ONE})"),
        policy("introducing_answered", "introducing_serviceanswer", f"FOR SELECT USING (introduction_id = {ONE})"),
        policy(
            "introducing_answers",
            "introducing_serviceanswer",
            f"FOR INSERT WITH CHECK (introduction_id = {ONE} AND case_id = (SELECT onward_link_case()))",
        ),
        policy("records_event_written_by_link", "records_event", f"FOR INSERT WITH CHECK ({EVENT})"),
        policy("records_event_seen_by_link", "records_event", f"FOR SELECT USING ({EVENT})"),
    ]
