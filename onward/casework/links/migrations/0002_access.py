"""Who sees the case sees its links; a job sees the one it emails; the job that makes those of providers sees these.

Whoever holds a link sees that link, while it is open, and nothing else through it but what it is about. Its token is
compared by one function, which notes when it was first opened and writes down every attempt that fails.
"""

from django.db import migrations

from onward.records.row_security import force

OPENING = """
CREATE FUNCTION onward_link() RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT CASE WHEN onward_principal() LIKE 'link:%' THEN substr(onward_principal(), 6)::uuid END $$;

CREATE FUNCTION onward_job_link() RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT CASE WHEN onward_principal() LIKE 'job:link:%' THEN substr(onward_principal(), 10)::uuid END $$;

-- The link that a token opens today, or NULL.
CREATE FUNCTION onward_open_link(token text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    found links_link%ROWTYPE;
BEGIN
    SELECT link.* INTO found FROM links_link AS link JOIN links_linkdigest AS kept ON kept.link_id = link.id
     WHERE kept.digest = encode(sha256(convert_to(token, 'UTF8')), 'hex') FOR UPDATE OF link;
    IF found.id IS NULL OR found.revoked_on IS NOT NULL OR found.expires_on <= onward_today() THEN
        PERFORM onward_note_look('link', 'link', 'open_link', '', false, found.case_id, NULL);
        RETURN NULL;
    END IF;
    UPDATE links_link SET opened_on = onward_today() WHERE id = found.id AND opened_on IS NULL;
    RETURN found.id;
END $$;
"""
ABOUT = """
-- What whoever holds an open link may see: read through the row security of links, which shows them their own only.
CREATE FUNCTION onward_link_about(for_what text) RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT about FROM links_link WHERE id = onward_link() AND purpose = for_what AND case_id IS NOT NULL $$;

CREATE FUNCTION onward_link_case() RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT case_id FROM links_link WHERE id = onward_link() $$;
"""
SEEN = """
    EXISTS (SELECT 1 FROM records_case seen WHERE seen.id = links_link.case_id)
    OR id = (SELECT onward_job_link())
    OR (case_id IS NULL AND (SELECT onward_principal()) = 'job:links')
"""
HELD = "id = (SELECT onward_link()) AND revoked_on IS NULL AND expires_on > (SELECT onward_today())"


class Migration(migrations.Migration):
    dependencies = [("links", "0001_initial"), ("records", "0005_events_about_no_case")]

    operations = [
        migrations.RunSQL(
            OPENING,
            [
                "DROP FUNCTION onward_open_link(text)",
                "DROP FUNCTION onward_job_link()",
                "DROP FUNCTION onward_link()",
            ],
        ),
        force("links_link", see=SEEN),
        migrations.RunSQL(
            f"CREATE POLICY links_link_held ON links_link FOR SELECT USING ({HELD})",
            "DROP POLICY links_link_held ON links_link",
        ),
        force(
            "links_linkdigest",
            see="false",
            write="EXISTS (SELECT 1 FROM links_link seen WHERE seen.id = links_linkdigest.link_id)",
        ),
        migrations.RunSQL(ABOUT, ["DROP FUNCTION onward_link_case()", "DROP FUNCTION onward_link_about(text)"]),
    ]
