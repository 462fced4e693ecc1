"""Requests are found by the names in them as people are; what an adviser said of those that look alike is kept."""

import uuid
from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from onward.records.row_security import follow_the_case
from onward.vocabulary.names import key


def write_keys(apps: Any, schema_editor: Any) -> None:
    contacts = apps.get_model("contact", "Contact").objects.using(schema_editor.connection.alias)
    for each in contacts.exclude(given_name="", family_name="").iterator():
        contacts.filter(pk=each.pk).update(given_key=key(each.given_name), family_key=key(each.family_name))


class Migration(migrations.Migration):
    dependencies = [("contact", "0005_cautions"), ("records", "0006_nhs_numbers")]

    operations = [
        *(
            migrations.AddField(
                "contact",
                name,
                models.CharField(blank=True, default="", max_length=200),
                preserve_default=False,
            )
            for name in ("given_key", "family_key")
        ),
        migrations.RunPython(write_keys, migrations.RunPython.noop),
        *(
            migrations.AddIndex("contact", models.Index(fields=fields, name=name))
            for name, fields in (
                ("contact_names", ["family_key", "given_key"]),
                ("contact_born_family", ["born_on", "family_key"]),
                ("contact_postcode_family", ["postcode", "family_key"]),
            )
        ),
        migrations.CreateModel(
            name="NotTheSame",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("other", models.UUIDField()),
                ("said_by", models.CharField(max_length=80)),
                ("said_on", models.DateField()),
                ("taken_back_on", models.DateField(null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.case"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("taken_back_on__isnull", True)),
                        fields=("case", "other"),
                        name="said_once_until_taken_back",
                    )
                ],
            },
        ),
        follow_the_case("contact_notthesame"),
    ]
