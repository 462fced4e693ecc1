"""Removing drafts: one narrow function that runs as the tables' owner, for no other job or person may see a draft.

Whatever hangs on a draft's case goes, from whichever table, except what is append-only. The case itself stays, as an
empty shell: its events (ids, codes and dates) go on being counted, and without its code nobody can open it.
"""

from django.db import migrations

REMOVE_DRAFTS = """
CREATE FUNCTION onward_remove_drafts(today date) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    drafts uuid[];
    hanging record;
BEGIN
    IF onward_principal() <> 'job:tidy' THEN
        RAISE EXCEPTION 'only the job that tidies removes drafts' USING ERRCODE = 'insufficient_privilege';
    END IF;
    -- Nobody opened it to a team, and the day until which its writer was told that it is kept has passed.
    SELECT array_agg(draft.id) INTO drafts FROM records_case draft
     WHERE draft.opened_on IS NULL
       AND (SELECT max(answers.keep_until) FROM records_response answers WHERE answers.case_id = draft.id) < today;
    IF drafts IS NULL THEN
        RETURN 0;
    END IF;
    -- Every foreign key here is checked at the end of the transaction, so that the order does not matter.
    FOR hanging IN
        SELECT link.conrelid::regclass AS of_table, its.attname AS its_case FROM pg_constraint link
          JOIN pg_attribute its ON its.attrelid = link.conrelid AND its.attnum = link.conkey[1]
         WHERE link.contype = 'f' AND link.confrelid = 'records_case'::regclass
           AND NOT EXISTS (SELECT 1 FROM pg_trigger kept JOIN pg_proc ON pg_proc.oid = kept.tgfoid
                            WHERE kept.tgrelid = link.conrelid AND pg_proc.proname = 'onward_refuse_change')
    LOOP
        EXECUTE format('DELETE FROM %s WHERE %I = ANY ($1)', hanging.of_table, hanging.its_case) USING drafts;
    END LOOP;
    RETURN cardinality(drafts);
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("records", "0004_answers_given")]

    operations = [
        migrations.RunSQL(REMOVE_DRAFTS, "DROP FUNCTION onward_remove_drafts(date)"),
    ]
