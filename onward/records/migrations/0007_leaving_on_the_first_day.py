"""Who leaves on the day on which they began was never there for a whole day; their membership is kept all the same."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0006_nhs_numbers")]

    operations = [
        migrations.RemoveConstraint("membership", "membership_ends_after_it_starts"),
        migrations.AddConstraint(
            "membership",
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True) | models.Q(ends_on__gte=models.F("starts_on")),
                name="membership_ends_no_earlier_than_it_starts",
            ),
        ),
    ]
