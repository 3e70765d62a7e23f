"""Lay down with each sighting what ordering needs, for the days that were gathered before too."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

from proxeny.docket import ordering

LAID_DOWN = [
    "account", "is_open", "stake_factor", "place", "place_by_stake", "place_by_urgency", "place_by_doubt",
]  # fmt: skip


def lay_down(apps, _editor):
    """Go through the gathered days one by one."""
    Sighting, Answer = apps.get_model("docket", "Sighting"), apps.get_model("docket", "Answer")
    for on in list(Sighting.objects.order_by("on").values_list("on", flat=True).distinct()):
        holding = Q(kind="dismissed") | Q(until__gt=on) | Q(judgement__expires_on__gt=on)
        answers = Answer.objects.filter(holding, withdrawn_at=None, on__lte=on)
        held = set(answers.values_list("matter_id", flat=True))
        day = list(Sighting.objects.filter(on=on).select_related("matter"))
        ordering.arrange(day)
        for one in day:
            one.account_id, one.is_open = one.matter.account_id, one.matter_id not in held
        Sighting.objects.bulk_update(day, LAID_DOWN, batch_size=100)


class Migration(migrations.Migration):

    dependencies = [("accounts", "0001_initial"), ("docket", "0002_initial")]

    operations = [
        migrations.AddField(
            "sighting",
            "account",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.account"
            ),
        ),
        migrations.AddField("sighting", "is_open", models.BooleanField(default=True)),
        migrations.AddField("sighting", "stake_factor", models.FloatField(default=0.05)),
        migrations.AddField("sighting", "place", models.PositiveIntegerField(default=0)),
        migrations.AddField("sighting", "place_by_stake", models.PositiveIntegerField(default=0)),
        migrations.AddField("sighting", "place_by_urgency", models.PositiveIntegerField(default=0)),
        migrations.AddField("sighting", "place_by_doubt", models.PositiveIntegerField(default=0)),
        migrations.RunPython(lay_down, migrations.RunPython.noop),
        migrations.AddIndex(
            "sighting",
            models.Index(
                condition=Q(("is_open", True)), fields=["on", "place", "account"], name="open_by_place"
            ),
        ),
        migrations.AddIndex(
            "sighting",
            models.Index(
                condition=Q(("is_open", True)),
                fields=["on", "account", "place", "place_by_stake", "place_by_urgency", "place_by_doubt"],
                name="open_by_account",
            ),
        ),
    ]
