from django.db import migrations, models


class Migration(migrations.Migration):
    """Apart from the filling: PostgreSQL alters no table in the transaction that changed its rows."""

    dependencies = [("directory", "0002_in_the_words_of_open_referral")]

    operations = [
        migrations.AlterField(model_name=name, name="uuid", field=models.UUIDField(unique=True))
        for name in ("organisation", "service")
    ]
