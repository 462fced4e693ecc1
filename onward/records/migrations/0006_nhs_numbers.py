"""People are found by NHS number too, and where a name was misheard or the two names were turned round."""

from django.db import migrations, models

ROLES = ["adviser", "manager", "provider_worker", "editor"]
# Its own text, so that a test can read its plan. Candidates only: `rules/same_person` says how alike they are.
FIND_PEOPLE_QUERY = """
    SELECT id FROM (
        SELECT id, nhs_number, family_key, given_key, born_on FROM records_person
         WHERE nhs_number = nhs AND nhs <> ''
        UNION SELECT id, nhs_number, family_key, given_key, born_on FROM records_person
         WHERE family_key = family AND given_key = given
        UNION SELECT id, nhs_number, family_key, given_key, born_on FROM records_person
         WHERE family_key = given AND given_key = family
        UNION SELECT id, nhs_number, family_key, given_key, born_on FROM records_person
         WHERE family_key = family AND born_on = born
        UNION SELECT id, nhs_number, family_key, given_key, born_on FROM records_person
         WHERE given_key = given AND born_on = born
        UNION SELECT id, nhs_number, family_key, given_key, born_on FROM records_person
         WHERE family_key = family AND postcode = at_postcode AND at_postcode <> ''
        UNION SELECT id, nhs_number, family_key, given_key, born_on FROM records_person
         WHERE born_on = born AND postcode = at_postcode AND at_postcode <> ''
    ) found
    ORDER BY (found.nhs_number = nhs AND nhs <> '')::int * 4 + (found.given_key = given)::int
             + (found.family_key = family)::int + coalesce((found.born_on = born)::int, 0) DESC, found.id
    LIMIT most
"""

FIND_PEOPLE = f"""
DROP FUNCTION onward_find_people(text, text, text, date, text, integer);
CREATE FUNCTION onward_find_people(
    for_what text, family text, given text, born date, at_postcode text, nhs text, most integer
) RETURNS SETOF uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT onward_sees_people() THEN
        RETURN;
    END IF;
    PERFORM onward_note_look('search', 'people', for_what, '', true, NULL, NULL);
    RETURN QUERY {FIND_PEOPLE_QUERY};
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("records", "0005_events_about_no_case")]

    operations = [
        migrations.AddField(
            "person",
            "nhs_number",
            models.CharField(blank=True, db_index=True, default="", max_length=10),
            preserve_default=False,
        ),
        migrations.AddIndex("person", models.Index(fields=["given_key", "born_on"], name="records_per_given_born")),
        migrations.RunSQL(FIND_PEOPLE),
        migrations.AlterField(
            "membership",
            "role",
            models.CharField(choices=[(each, each) for each in ROLES], max_length=40),
        ),
    ]
