from django.db import migrations

from proxeny.ledger import guards


class Migration(migrations.Migration):
    """The database refuses to change or remove a line of the ledger."""

    dependencies = [("ledger", "0001_initial")]
    operations = [
        migrations.RunPython(
            lambda apps, schema_editor: guards.install(schema_editor.connection),
            lambda apps, schema_editor: guards.remove(schema_editor.connection),
        )
    ]
