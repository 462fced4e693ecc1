"""Every answer as it was given; forms that may be come back to, written by staff for somebody, or taken over."""

import datetime
import uuid

import django.db.models.deletion
from django.db import migrations, models

from onward.records.row_security import follow_the_case

TAKE_OVER = """
-- A request that its resident could not finish is opened to the team whose member asks, with the code that the
-- resident gave. Whether it was opened.
CREATE FUNCTION onward_take_over(of_case uuid, given_code text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT onward_sees_people() OR NOT EXISTS (
        SELECT 1 FROM records_casecode code
         WHERE code.case_id = of_case AND code.digest = onward_code_digest(of_case, given_code)
           AND coalesce(code.locked_until <= now(), true)
    ) THEN
        RETURN false;
    END IF;
    UPDATE records_case SET opened_on = coalesce(opened_on, onward_today()), version = version + 1
     WHERE id = of_case AND team_id IN (SELECT onward_teams(onward_people_roles()));
    RETURN FOUND;
END $$;
"""
# A code is made with its case, by the resident or by whoever of the staff writes for them; nobody reads the table.
MADE_WITH_ITS_CASE = "case_id = (SELECT onward_own_case())"
OR_BY_STAFF = f"{MADE_WITH_ITS_CASE} OR EXISTS (SELECT 1 FROM records_case seen WHERE seen.id = case_id)"


def _code_policy(check: str) -> list[str]:
    return [
        "DROP POLICY records_casecode_see ON records_casecode",
        f"CREATE POLICY records_casecode_see ON records_casecode USING (false) WITH CHECK ({check})",
    ]


class Migration(migrations.Migration):
    dependencies = [("records", "0003_definitions")]

    operations = [
        # Nobody kept these days before: what was begun earlier counts from the day of this change.
        migrations.AddField(
            "response",
            "begun_on",
            models.DateField(default=datetime.date(2026, 11, 22)),
            preserve_default=False,
        ),
        migrations.AddField(
            "response",
            "keep_until",
            models.DateField(default=datetime.date(2027, 11, 22)),
            preserve_default=False,
        ),
        migrations.AddField("response", "definition", models.CharField(blank=True, default="", max_length=64), preserve_default=False),
        migrations.AddField("response", "typed", models.JSONField(default=dict)),
        migrations.CreateModel(
            "AnswerGiven",
            [
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("key", models.CharField(max_length=300)),
                ("meaning", models.CharField(blank=True, max_length=100)),
                ("values", models.JSONField(default=list)),
                ("dropped", models.BooleanField(default=False)),
                ("by", models.CharField(max_length=80)),
                ("said_on", models.DateField()),
                (
                    "recorded_at",
                    models.DateTimeField(
                        db_default=models.Func(
                            function="clock_timestamp", output_field=models.DateTimeField()
                        )
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.case"
                    ),
                ),
                (
                    "response",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="given",
                        to="records.response",
                    ),
                ),
                (
                    "taken_from",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.answergiven",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["case", "meaning"], name="records_ans_case_id_5a778e_idx"),
                    models.Index(fields=["response", "recorded_at"], name="records_ans_respons_ee1c15_idx"),
                ],
            },
        ),
        follow_the_case("records_answergiven"),
        migrations.RunSQL(TAKE_OVER, "DROP FUNCTION onward_take_over(uuid, text)"),
        migrations.RunSQL(_code_policy(OR_BY_STAFF), _code_policy(MADE_WITH_ITS_CASE)),
    ]
