from django.db import migrations, models


class Migration(migrations.Migration):
    """What verifying by schedule found."""

    dependencies = [("ledger", "0002_guards")]
    operations = [
        migrations.CreateModel(
            name="Verification",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                ("is_whole", models.BooleanField()),
                ("since", models.PositiveBigIntegerField(default=0)),
                ("entries", models.PositiveBigIntegerField()),
                ("head", models.PositiveBigIntegerField(default=0)),
                ("holds", models.BooleanField()),
                ("break_at", models.BigIntegerField(null=True)),
                ("break_kind", models.CharField(blank=True, max_length=20)),
                ("detail", models.TextField(blank=True)),
            ],
            options={"ordering": ["at", "pk"]},
        ),
        migrations.AddIndex(
            model_name="verification",
            index=models.Index(fields=["is_whole", "-at"], name="verifications_by_time"),
        ),
    ]
