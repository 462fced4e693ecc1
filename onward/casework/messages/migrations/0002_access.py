"""Who sees the case sees its messages. A job that acts for one message sees that message, and what happened to it.

So a job that went astray could read one message, and no answer, no person and no other case.
"""

from django.db import migrations

from onward.records.row_security import force

JOB = """
CREATE FUNCTION onward_job_message() RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT CASE WHEN onward_principal() LIKE 'job:message:%' THEN substr(onward_principal(), 13)::uuid END $$;

-- Reads the one row that the job sees.
CREATE FUNCTION onward_job_case() RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT case_id FROM outbox_message WHERE id = onward_job_message() $$;

-- The messages of the last days of which nobody knows yet what became, those asked for longest ago first. Ids only,
-- and only for the job that asks for each of them.
CREATE FUNCTION onward_messages_unheard(most integer) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT id FROM outbox_message
    WHERE onward_principal() = 'job:hear' AND state = 'sent' AND arrived_at IS NULL AND sent_at > now() - interval '4 days'
    ORDER BY asked_at NULLS FIRST, sent_at LIMIT most $$;
"""
MESSAGE_SEEN = """
    EXISTS (SELECT 1 FROM records_case seen WHERE seen.id = outbox_message.case_id)
    OR id = (SELECT onward_job_message())
"""
EVENT_OF_JOB = "kind LIKE 'message.%' AND case_id = (SELECT onward_job_case())"


class Migration(migrations.Migration):
    dependencies = [("outbox", "0001_initial"), ("records", "0002_access")]

    operations = [
        migrations.RunSQL(
            JOB,
            [
                "DROP FUNCTION onward_messages_unheard(integer)",
                "DROP FUNCTION onward_job_case()",
                "DROP FUNCTION onward_job_message()",
            ],
        ),
        force("outbox_message", see=MESSAGE_SEEN),
        migrations.RunSQL(
            [
                f"CREATE POLICY records_event_written_by_job ON records_event FOR INSERT WITH CHECK ({EVENT_OF_JOB})",
                f"CREATE POLICY records_event_seen_by_job ON records_event FOR SELECT USING ({EVENT_OF_JOB})",
            ],
            [
                "DROP POLICY records_event_seen_by_job ON records_event",
                "DROP POLICY records_event_written_by_job ON records_event",
            ],
        ),
    ]
