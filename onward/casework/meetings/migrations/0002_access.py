"""Who sees a case sees who saw it otherwise. A meeting itself is about no person."""

from django.db import migrations

from onward.records.row_security import follow_the_case


class Migration(migrations.Migration):
    dependencies = [("meetings", "0001_initial"), ("records", "0002_access")]

    operations = [follow_the_case("meetings_opinion")]
