from django.db import migrations, models

from proxeny.search import keeping


def number(apps, schema_editor):
    """Lay the index anew: documents have got the number of what they lie in, and titles tokens of their own."""
    keeping.lay_anew(apps.get_model("search", "Document"))


class Migration(migrations.Migration):
    dependencies = [("search", "0002_tokens")]
    operations = [
        migrations.AddField("document", "within_number", models.BigIntegerField(blank=True, null=True)),
        migrations.AddIndex("document", models.Index(fields=["-at", "-id"], name="search_latest")),
        migrations.AddIndex("document", models.Index(fields=["kind", "-at", "-id"], name="search_latest_of_kind")),
        migrations.RunPython(number, migrations.RunPython.noop),
    ]
