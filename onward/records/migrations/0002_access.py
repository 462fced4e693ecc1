"""Who may see which row: decided once, on the case, by the database itself.

The functions that are SECURITY DEFINER run as the tables' owner, who may bypass row security. They are narrow:
each serves one purpose, gives back ids only, and writes down that it was used.
"""

from django.db import migrations

from onward.records.row_security import append_only, follow_the_case, force

WHO = """
CREATE FUNCTION onward_principal() RETURNS text LANGUAGE sql STABLE AS
$$ SELECT coalesce(current_setting('onward.principal', true), '') $$;

-- The day it is in England, which for an hour of every summer night is not the server's.
CREATE FUNCTION onward_today() RETURNS date LANGUAGE sql STABLE AS
$$ SELECT (now() AT TIME ZONE 'Europe/London')::date $$;

CREATE FUNCTION onward_staff() RETURNS bigint LANGUAGE sql STABLE AS
$$ SELECT CASE WHEN onward_principal() LIKE 'staff:%' THEN substr(onward_principal(), 7)::bigint END $$;

CREATE FUNCTION onward_own_case() RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT CASE WHEN onward_principal() LIKE 'case:%' THEN substr(onward_principal(), 6)::uuid END $$;

CREATE FUNCTION onward_teams(roles text[]) RETURNS SETOF bigint LANGUAGE sql STABLE AS
$$ SELECT membership.team_id FROM records_membership membership
   WHERE membership.staff_id = onward_staff() AND membership.role = ANY (roles)
     AND membership.starts_on <= onward_today()
     AND (membership.ends_on IS NULL OR membership.ends_on > onward_today()) $$;

CREATE FUNCTION onward_people_roles() RETURNS text[] LANGUAGE sql IMMUTABLE AS
$$ SELECT ARRAY['adviser', 'manager'] $$;

CREATE FUNCTION onward_manages() RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT EXISTS (SELECT 1 FROM onward_teams(ARRAY['manager'])) $$;
"""

LOOKS = """
CREATE FUNCTION onward_note_look(
    road text, at_what text, why text, reason text, allowed boolean, of_case uuid, of_person uuid
) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ INSERT INTO records_look (id, by, road, at_what, why, reason, allowed, "case", person)
   VALUES (gen_random_uuid(), onward_principal(), road, at_what, why, reason, allowed, of_case, of_person) $$;

-- Asked once a statement by the policies below. A member of staff whose roles show them nobody is refused, and the
-- attempt is written down, by whatever road the statement came.
CREATE FUNCTION onward_sees_people() RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF onward_staff() IS NULL THEN
        RETURN false;
    END IF;
    IF EXISTS (SELECT 1 FROM onward_teams(onward_people_roles())) THEN
        RETURN true;
    END IF;
    PERFORM onward_note_look('database', 'people', 'query', '', false, NULL, NULL);
    RETURN false;
END $$;

CREATE FUNCTION onward_refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;
"""

OPENED = """
CREATE FUNCTION onward_opened_people() RETURNS SETOF uuid LANGUAGE sql STABLE AS
$$ SELECT opened.person_id FROM records_reasontosee opened
   WHERE opened.staff_id = onward_staff() AND opened.starts_on <= onward_today() AND opened.ends_on > onward_today() $$;
"""

FIND_PEOPLE = """
CREATE FUNCTION onward_find_people(for_what text, family text, given text, born date, at_postcode text, most integer)
RETURNS SETOF uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT onward_sees_people() THEN
        RETURN;
    END IF;
    PERFORM onward_note_look('search', 'people', for_what, '', true, NULL, NULL);
    RETURN QUERY {query};
END $$;
"""

# Its own text, so that a test can read its plan.
FIND_PEOPLE_QUERY = """
    SELECT found.id FROM (
        SELECT id, family_key, given_key, born_on FROM records_person
         WHERE family_key = family AND given_key = given
        UNION SELECT id, family_key, given_key, born_on FROM records_person
         WHERE family_key = family AND born_on = born
        UNION SELECT id, family_key, given_key, born_on FROM records_person
         WHERE family_key = family AND postcode = at_postcode AND at_postcode <> ''
        UNION SELECT id, family_key, given_key, born_on FROM records_person
         WHERE born_on = born AND postcode = at_postcode AND at_postcode <> ''
    ) found
    ORDER BY (found.given_key = given)::int + (found.family_key = family)::int
             + coalesce((found.born_on = born)::int, 0) DESC, found.id
    LIMIT most
"""

CODES = """
CREATE FUNCTION onward_code_digest(of_case uuid, code text) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT encode(sha256(convert_to(of_case::text || ':' || code, 'UTF8')), 'hex') $$;

-- The case that a reference and its code open, or NULL. Five wrong tries lock it for a quarter of an hour.
CREATE FUNCTION onward_open_case(given_reference text, given_code text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    found records_casecode%ROWTYPE;
BEGIN
    SELECT code.* INTO found FROM records_casecode AS code JOIN records_case ON records_case.id = code.case_id
     WHERE records_case.reference = given_reference FOR UPDATE OF code;
    IF found.case_id IS NULL OR coalesce(found.locked_until > now(), false) THEN
        PERFORM onward_note_look('code', 'case', 'track', '', false, found.case_id, NULL);
        RETURN NULL;
    END IF;
    IF found.digest <> onward_code_digest(found.case_id, given_code) THEN
        UPDATE records_casecode SET
            wrong_tries = CASE WHEN wrong_tries >= 4 THEN 0 ELSE wrong_tries + 1 END,
            locked_until = CASE WHEN wrong_tries >= 4 THEN now() + interval '15 minutes' END
         WHERE case_id = found.case_id;
        PERFORM onward_note_look('code', 'case', 'track', '', false, found.case_id, NULL);
        RETURN NULL;
    END IF;
    UPDATE records_casecode SET wrong_tries = 0, locked_until = NULL WHERE case_id = found.case_id;
    PERFORM onward_note_look('code', 'case', 'track', '', true, found.case_id, NULL);
    RETURN found.case_id;
END $$;
"""

# Written so that PostgreSQL asks each function once a statement, not once a row.
CASE_SEEN = """
    id = (SELECT onward_own_case())
    OR (opened_on IS NOT NULL AND (SELECT onward_sees_people())
        AND (team_id IN (SELECT onward_teams(onward_people_roles()))
             OR person_id IN (SELECT onward_opened_people())))
"""
PERSON_SEEN = """
    (SELECT onward_sees_people())
    AND (EXISTS (SELECT 1 FROM records_case seen WHERE seen.person_id = records_person.id)
         OR id IN (SELECT onward_opened_people()))
"""
LOOK_SEEN = """
    (SELECT onward_manages())
    OR EXISTS (SELECT 1 FROM records_person seen WHERE seen.id = records_look.person)
    OR EXISTS (SELECT 1 FROM records_case seen WHERE seen.id = records_look."case")
"""
OWN_REASON = "staff_id = (SELECT onward_staff())"


def functions(create: str, *signatures: str) -> migrations.RunSQL:
    return migrations.RunSQL(create, [f"DROP FUNCTION {each}" for each in reversed(signatures)])


class Migration(migrations.Migration):
    dependencies = [("records", "0001_initial")]

    operations = [
        functions(
            WHO,
            "onward_principal()",
            "onward_today()",
            "onward_staff()",
            "onward_own_case()",
            "onward_teams(text[])",
            "onward_people_roles()",
            "onward_manages()",
        ),
        functions(
            LOOKS,
            "onward_note_look(text, text, text, text, boolean, uuid, uuid)",
            "onward_sees_people()",
            "onward_refuse_change()",
        ),
        functions(OPENED, "onward_opened_people()"),
        functions(
            FIND_PEOPLE.format(query=FIND_PEOPLE_QUERY), "onward_find_people(text, text, text, date, text, integer)"
        ),
        functions(CODES, "onward_code_digest(uuid, text)", "onward_open_case(text, text)"),
        force("records_case", see=CASE_SEEN),
        # A person may be made by whoever sees people; afterwards they show through a case.
        force("records_person", see=PERSON_SEEN, write="(SELECT onward_sees_people())"),
        force("records_casecode", see="false", write="case_id = (SELECT onward_own_case())"),
        force("records_look", see=LOOK_SEEN, write="false"),
        force(
            "records_reasontosee", see=OWN_REASON, write=f"{OWN_REASON} AND (SELECT onward_sees_people())"
        ),
        follow_the_case("records_response"),
        follow_the_case("records_computedanswer"),
        follow_the_case("records_event"),
        append_only("records_event"),
        append_only("records_look"),
    ]
