"""Promises for what was promised before there were promises: requests that wait, and those that were answered.

Of a call that somebody asked for before, and whose request was decided, nobody knows whether it was made: no promise is
made up for it.
"""

from django.db import migrations

PROMISES = """
INSERT INTO promises_promise (
    id, version, case_id, kind, due_on, counts_from, made_by, made_on, because, keeper, state, broken_on, ended_on,
    ended_by, ended_because, reason, agreed_by, agreed_how)
SELECT gen_random_uuid(), 1, asked.case_id, CASE asked.wish WHEN 'ring' THEN 'call_back' ELSE 'reply' END,
       asked.reply_by, asked.sent_on, 'job:migration', asked.sent_on, 'contact.sent', '',
       CASE WHEN answer.decided_on IS NULL THEN 'open' WHEN answer.decided_on > asked.reply_by THEN 'done_late'
            ELSE 'kept' END,
       CASE WHEN answer.decided_on > asked.reply_by THEN asked.reply_by + 1 END,
       answer.decided_on, coalesce(answer.decided_by, ''),
       CASE WHEN answer.decided_on IS NULL THEN '' ELSE 'contact.decided' END, '', '', ''
  FROM contact_contact asked
  LEFT JOIN contact_decision answer ON answer.contact_id = asked.id AND answer.number = 1
 WHERE asked.state <> 'draft' AND (asked.wish <> 'ring' OR answer.id IS NULL)
   AND NOT EXISTS (SELECT 1 FROM promises_promise before WHERE before.case_id = asked.case_id);
"""
EVENTS = """
INSERT INTO records_event (id, case_id, kind, details, by, happened_on)
SELECT gen_random_uuid(), made.case_id, 'promise.made',
       jsonb_build_object('promise', made.id, 'what', made.kind, 'due_on', made.due_on, 'because', made.because,
                          'moved_from', NULL),
       made.made_by, made.made_on
  FROM promises_promise made WHERE made.made_by = 'job:migration';
"""


class Migration(migrations.Migration):
    dependencies = [
        ("promises", "0002_access"),
        ("contact", "0003_channels"),
        ("records", "0005_events_about_no_case"),
    ]

    operations = [
        migrations.RunSQL(PROMISES + EVENTS, migrations.RunSQL.noop),
    ]
