"""Who sees the case sees its promises. The job of promises sees those that stand, and no word of anybody's.

What was promised is never rewritten, and what was broken is never made whole: the database itself refuses.
"""

from django.db import migrations

from onward.records.row_security import follow_the_case, force

JOB = "(SELECT onward_principal()) = 'job:promises'"
PROMISE_SEEN = f"""
    EXISTS (SELECT 1 FROM records_case seen WHERE seen.id = promises_promise.case_id)
    OR ({JOB} AND state IN ('open', 'broken'))
"""
EVENT_OF_JOB = (
    f"{JOB} AND kind LIKE 'promise.%'"
    " AND EXISTS (SELECT 1 FROM promises_promise its WHERE its.case_id = records_event.case_id)"
)
STAYS = """
CREATE FUNCTION onward_promise_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.broken_on IS NOT NULL AND NEW.broken_on IS DISTINCT FROM OLD.broken_on THEN
        RAISE EXCEPTION 'a broken promise stays broken';
    END IF;
    IF OLD.ended_on IS NOT NULL
       AND (NEW.state, NEW.ended_on, NEW.ended_by) IS DISTINCT FROM (OLD.state, OLD.ended_on, OLD.ended_by) THEN
        RAISE EXCEPTION 'a promise ends once';
    END IF;
    IF (NEW.case_id, NEW.kind, NEW.due_on, NEW.due_start, NEW.due_until, NEW.counts_from, NEW.made_by, NEW.made_on,
        NEW.moved_from_id)
       IS DISTINCT FROM
       (OLD.case_id, OLD.kind, OLD.due_on, OLD.due_start, OLD.due_until, OLD.counts_from, OLD.made_by, OLD.made_on,
        OLD.moved_from_id) THEN
        RAISE EXCEPTION 'what was promised is not rewritten';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER promises_promise_stays BEFORE UPDATE ON promises_promise
FOR EACH ROW EXECUTE FUNCTION onward_promise_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("promises", "0001_initial"), ("records", "0005_events_about_no_case")]

    operations = [
        force("promises_promise", see=PROMISE_SEEN),
        follow_the_case("promises_moveasked"),
        follow_the_case("promises_call"),
        migrations.RunSQL(
            STAYS,
            "DROP TRIGGER promises_promise_stays ON promises_promise; DROP FUNCTION onward_promise_stays()",
        ),
        migrations.RunSQL(
            [
                f"CREATE POLICY records_event_written_by_promises ON records_event FOR INSERT WITH CHECK ({EVENT_OF_JOB})",
                f"CREATE POLICY records_event_seen_by_promises ON records_event FOR SELECT USING ({EVENT_OF_JOB})",
            ],
            [
                "DROP POLICY records_event_seen_by_promises ON records_event",
                "DROP POLICY records_event_written_by_promises ON records_event",
            ],
        ),
    ]
