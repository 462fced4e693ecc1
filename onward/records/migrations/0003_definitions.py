"""Every version of a form that answers were given to. Nothing in it is about a person."""

import django.db.models.functions.datetime
from django.db import migrations, models

from onward.records.row_security import append_only, force

# Whoever acts may read it. What comes from the policy files is kept at its first use, by whoever that is; only staff
# bring one in from outside.
SEEN = "(SELECT onward_principal()) <> ''"
KEPT = f"{SEEN} AND (origin = 'policy' OR (SELECT onward_staff()) IS NOT NULL)"


class Migration(migrations.Migration):

    dependencies = [
        ('records', '0003_decimals_keep_their_digits'),
    ]

    operations = [
        migrations.CreateModel(
            name='Definition',
            fields=[
                ('digest', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('form', models.CharField(db_index=True, max_length=64)),
                ('url', models.CharField(max_length=500)),
                ('version', models.CharField(max_length=100)),
                ('name', models.CharField(blank=True, max_length=200)),
                ('title', models.CharField(blank=True, max_length=500)),
                ('status', models.CharField(max_length=20)),
                ('starts_on', models.DateField(null=True)),
                ('ends_on', models.DateField(null=True)),
                ('origin', models.CharField(max_length=20)),
                ('content', models.TextField()),
                ('by', models.CharField(blank=True, max_length=80)),
                ('kept_on', models.DateField()),
                ('kept_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
            options={
                'indexes': [models.Index(fields=['url', 'version'], name='records_def_url_2ad17d_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('origin', 'imported')), fields=('url', 'version'), name='one_imported_definition_a_version')],
            },
        ),
        force("records_definition", see=SEEN, write=KEPT),
        append_only("records_definition"),
    ]
