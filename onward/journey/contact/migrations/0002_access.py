"""Who sees the case sees the contact, its decisions and its objections."""

from django.db import migrations

from onward.records.row_security import follow_the_case


class Migration(migrations.Migration):
    dependencies = [("contact", "0001_initial"), ("records", "0002_access")]

    operations = [
        follow_the_case("contact_contact"),
        follow_the_case("contact_decision"),
        follow_the_case("contact_objection"),
    ]
