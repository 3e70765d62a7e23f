"""The reason of a batch becomes a stored sentence; the texts of before stay texts."""

import json

from django.db import migrations, models


def as_json(apps, _editor):
    """Write each text as JSON, so that the column can hold sentences."""
    batches = apps.get_model("intake", "Batch").objects
    for number, reason in batches.values_list("pk", "reason"):
        batches.filter(pk=number).update(reason=json.dumps(reason, ensure_ascii=False))


def as_text(apps, _editor):
    """Write each reason as the text it is, or as the pattern of its sentence."""
    batches = apps.get_model("intake", "Batch").objects
    for number, reason in batches.values_list("pk", "reason"):
        stored = json.loads(reason)
        batches.filter(pk=number).update(reason=stored if isinstance(stored, str) else stored["pattern"])


class Migration(migrations.Migration):
    dependencies = [("intake", "0001_initial")]

    operations = [
        migrations.RunPython(as_json, as_text),
        migrations.AlterField("batch", "reason", models.JSONField(blank=True, default=str)),
    ]
