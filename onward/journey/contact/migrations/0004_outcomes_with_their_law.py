"""More outcomes, each with the grounds that its section of the law asks for; what was decided before keeps its meaning."""

from django.db import migrations, models

OUTCOMES = ["advice", "short_term", "assessment", "urgent", "safeguarding", "hospital", "passed_on", "refused"]
TO_A_LIST = """
ALTER TABLE contact_decision ALTER COLUMN grounds TYPE jsonb
    USING CASE WHEN grounds = '' THEN '[]'::jsonb ELSE jsonb_build_array(grounds) END;
UPDATE contact_decision SET outcome = 'refused', grounds = '[]' WHERE grounds = '["refused"]';
UPDATE contact_decision SET outcome = 'passed_on' WHERE outcome = 'not_for_us';
"""


class Migration(migrations.Migration):
    dependencies = [("contact", "0003_channels")]

    operations = [
        migrations.RemoveConstraint(model_name="decision", name="advice_has_its_grounds"),
        migrations.RunSQL(
            TO_A_LIST,
            state_operations=[
                migrations.AlterField("decision", "grounds", models.JSONField(default=list)),
                migrations.AlterField(
                    "decision", "outcome", models.CharField(choices=[(each, each) for each in OUTCOMES], max_length=20)
                ),
            ],
        ),
        migrations.AddField("decision", "passed_to", models.CharField(blank=True, max_length=200, default=""), preserve_default=False),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=~models.Q(outcome="advice") | ~models.Q(grounds=[]), name="advice_has_its_grounds"
            ),
        ),
    ]
