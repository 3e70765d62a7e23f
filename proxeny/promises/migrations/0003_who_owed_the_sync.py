"""Say of promises that the customer knew of first who should have passed them on, by the rule of `promises.syncing`."""

from django.db import migrations
from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce


def fill(apps, schema_editor):
    promises = apps.get_model("promises", "Promise").objects.filter(noticed_by_customer=True)
    accounts = apps.get_model("accounts", "Account").objects.filter(pk=OuterRef("account"))
    promises.exclude(made_in="sales").update(sync_owed_by=F("by_person"))
    promises.filter(made_in="sales").update(
        sync_owed_by=Coalesce(Subquery(accounts.values("sales")[:1]), F("by_person"))
    )


class Migration(migrations.Migration):
    dependencies = [("promises", "0002_concessions")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
