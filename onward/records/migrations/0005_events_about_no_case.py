"""Some events are about no case, such as those of the directory. Only who wrote one sees it through this table."""

import django.db.models.deletion
from django.db import migrations, models

OF_CASES = "EXISTS (SELECT 1 FROM records_case seen WHERE seen.id = records_event.case_id)"
ABOUT_NO_CASE = "(case_id IS NULL AND by <> '' AND by = onward_principal())"


class Migration(migrations.Migration):
    dependencies = [("records", "0004_answers_given")]

    operations = [
        migrations.AlterField(
            model_name="eventrecord",
            name="case",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, to="records.case"
            ),
        ),
        migrations.RunSQL(
            f"ALTER POLICY records_event_see ON records_event USING ({OF_CASES} OR {ABOUT_NO_CASE}) "
            f"WITH CHECK ({OF_CASES} OR {ABOUT_NO_CASE})",
            f"ALTER POLICY records_event_see ON records_event USING ({OF_CASES}) WITH CHECK ({OF_CASES})",
        ),
    ]
