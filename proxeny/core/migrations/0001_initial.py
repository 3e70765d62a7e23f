import uuid
from django.core.cache.backends.db import BaseDatabaseCache
from django.core.management import call_command
from django.db import migrations, models

CACHE_TABLE = "core_cache"


def create_cache_table(apps, schema_editor):
    call_command("createcachetable", CACHE_TABLE, database=schema_editor.connection.alias, verbosity=0)


def drop_cache_table(apps, schema_editor):
    model = BaseDatabaseCache(CACHE_TABLE, {}).cache_model_class
    schema_editor.execute(f"DROP TABLE IF EXISTS {schema_editor.quote_name(model._meta.db_table)}")


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='CalendarDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('country', models.CharField(max_length=2)),
                ('day', models.DateField()),
                ('kind', models.CharField(choices=[('holiday', 'Holiday'), ('workday', 'Workday'), ('rest', 'Rest')], max_length=8)),
                ('name', models.CharField(default='', max_length=80)),
                ('reason', models.TextField()),
                ('by', models.CharField(max_length=80)),
                ('at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('country', 'day'), name='calendar_day_once'), models.CheckConstraint(condition=models.Q(('kind__in', ['holiday', 'workday', 'rest'])), name='calendar_day_kind')],
            },
        ),
        migrations.CreateModel(
            name='CalendarYear',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('country', models.CharField(max_length=2)),
                ('year', models.PositiveSmallIntegerField()),
                ('published_version', models.CharField(max_length=16)),
                ('confirmed_by', models.CharField(max_length=80)),
                ('confirmed_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('country', 'year'), name='calendar_year_once')],
            },
        ),
        migrations.CreateModel(
            name='Job',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                ('task', models.CharField(max_length=200)),
                ('args', models.JSONField(default=list)),
                ('kwargs', models.JSONField(default=dict)),
                ('queue_name', models.CharField(default='default', max_length=32)),
                ('priority', models.SmallIntegerField(default=0)),
                ('dedupe', models.CharField(default='', max_length=120)),
                ('slot', models.CharField(max_length=120, null=True)),
                ('status', models.CharField(choices=[('READY', 'Ready'), ('RUNNING', 'Running'), ('SUCCESSFUL', 'Successful'), ('FAILED', 'Failed'), ('CANCELLED', 'Cancelled')], default='READY', max_length=10)),
                ('run_after', models.DateTimeField()),
                ('attempt', models.PositiveIntegerField(default=0)),
                ('most_attempts', models.PositiveIntegerField(default=5)),
                ('lease_until', models.DateTimeField(null=True)),
                ('worker', models.CharField(default='', max_length=80)),
                ('wanted_again', models.BooleanField(default=False)),
                ('enqueued_at', models.DateTimeField()),
                ('started_at', models.DateTimeField(null=True)),
                ('last_attempted_at', models.DateTimeField(null=True)),
                ('finished_at', models.DateTimeField(null=True)),
                ('result', models.JSONField(null=True)),
                ('error_class', models.CharField(default='', max_length=200)),
                ('error', models.TextField(default='')),
                ('done', models.PositiveBigIntegerField(default=0)),
                ('total', models.PositiveBigIntegerField(default=0)),
                ('note', models.CharField(default='', max_length=200)),
                ('cancel_requested_at', models.DateTimeField(null=True)),
                ('cancel_requested_by', models.CharField(default='', max_length=80)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('status__in', ['READY', 'RUNNING'])), fields=['-priority', 'run_after'], name='job_unfinished'), models.Index(fields=['finished_at'], name='job_finished_at')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('finished_at', None), models.Q(('dedupe', ''), _negated=True)), fields=('dedupe',), name='job_dedupe_unfinished'), models.UniqueConstraint(fields=('slot',), name='job_slot'), models.CheckConstraint(condition=models.Q(models.Q(('finished_at', None), ('status__in', ['READY', 'RUNNING'])), models.Q(('finished_at__isnull', False), ('status__in', ['SUCCESSFUL', 'FAILED', 'CANCELLED'])), _connector='OR'), name='job_ended_has_time')],
            },
        ),
        migrations.CreateModel(
            name='OutboxEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=80)),
                ('payload', models.JSONField(default=dict)),
                ('at', models.DateTimeField()),
                ('delivered_at', models.DateTimeField(null=True)),
                ('tries', models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('delivered_at', None)), fields=['id'], name='outbox_waiting')],
            },
        ),
        migrations.RunPython(create_cache_table, drop_cache_table),
    ]
