from django.db import migrations

from proxeny.search.engines import fts5, tsvector


def make(apps, schema_editor):
    for statement in (tsvector if schema_editor.connection.vendor == "postgresql" else fts5).MAKE:
        schema_editor.execute(statement)


def unmake(apps, schema_editor):
    for statement in (tsvector if schema_editor.connection.vendor == "postgresql" else fts5).UNMAKE:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]
    operations = [migrations.RunPython(make, unmake)]
