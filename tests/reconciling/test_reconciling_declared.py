"""Every table is evidence, or it is said why it is not."""

from django.apps import apps

from proxeny.ledger.rows.declaring import declared, unclaimed


def test_every_table_is_evidence_or_says_why_not() -> None:
    own = [one for one in apps.get_models(include_auto_created=True) if one.__module__.startswith("proxeny.")]
    assert [one._meta.label for one in unclaimed(own)] == []


def test_every_column_is_on_record_or_says_why_not() -> None:
    for one in declared():
        every = {field.attname for field in one.model._meta.concrete_fields if not field.primary_key}
        assert set(one.columns) | set(one.apart) == every
        assert all(len(because) > 10 for because in one.apart.values())


def test_of_what_counts_little_is_left_out() -> None:
    left_out = {f"{one.label}.{name}" for one in declared() for name in one.apart}
    for column in (
        "due_on",
        "what",
        "worth_minor",
        "forecast",
        "text",
        "owner_id",
        "band",
        "role",
        "minutes",
    ):
        assert not [name for name in left_out if name.endswith(f".{column}")]
