"""Who sees the case sees its follow-up. One job sees ids of those that are due; another, for each, what it needs to ask:
that follow-up, the answers that say how somebody is reached, and the messages, promises and events that it writes.
"""

from django.db import migrations

from onward.records.row_security import force

LIST = "(SELECT onward_principal()) = 'job:followups' AND state IN ('waiting', 'asked')"
FUNCTIONS = """
CREATE FUNCTION onward_job_followup() RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT CASE WHEN onward_principal() LIKE 'job:followup:%' THEN substr(onward_principal(), 14)::uuid END $$;

-- Reads the one row that the job sees.
CREATE FUNCTION onward_job_followup_case() RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT case_id FROM followup_followup WHERE id = onward_job_followup() $$;

-- The reference of that case, for the letter; of the case itself the job sees nothing else.
CREATE FUNCTION onward_job_followup_reference() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT found.reference FROM records_case found JOIN followup_followup due ON due.case_id = found.id
    WHERE due.id = onward_job_followup() $$;
"""
SEEN = f"""
    EXISTS (SELECT 1 FROM records_case seen WHERE seen.id = followup_followup.case_id)
    OR id = (SELECT onward_job_followup()) OR ({LIST})
"""
ITS = "case_id = (SELECT onward_job_followup_case())"
KINDS = "(kind LIKE 'followup.%' OR kind LIKE 'message.%' OR kind LIKE 'promise.%')"
WRITTEN = {
    "outbox_message": ITS,
    "promises_promise": f"{ITS} AND kind = 'follow_up'",
    "records_event": f"{ITS} AND {KINDS}",
}


def policies() -> list[tuple[str, str]]:
    """Each policy of the job that asks, with what takes it back."""
    found = [
        (
            f"CREATE POLICY records_response_seen_by_followup ON records_response FOR SELECT USING ({ITS})",
            "DROP POLICY records_response_seen_by_followup ON records_response",
        )
    ]
    for table, which in WRITTEN.items():
        for verb, clause in (("written", f"FOR INSERT WITH CHECK ({which})"), ("seen", f"FOR SELECT USING ({which})")):
            name = f"{table}_{verb}_by_followup"
            found.append((f"CREATE POLICY {name} ON {table} {clause}", f"DROP POLICY {name} ON {table}"))
    return found


class Migration(migrations.Migration):
    dependencies = [
        ("followup", "0001_initial"),
        ("outbox", "0002_access"),
        ("promises", "0002_access"),
        ("records", "0005_events_about_no_case"),
    ]

    operations = [
        migrations.RunSQL(
            FUNCTIONS,
            ["DROP FUNCTION onward_job_followup_reference()", "DROP FUNCTION onward_job_followup_case()", "DROP FUNCTION onward_job_followup()"]
        ),
        force("followup_followup", see=SEEN),
        *(migrations.RunSQL(create, drop) for create, drop in policies()),
    ]
