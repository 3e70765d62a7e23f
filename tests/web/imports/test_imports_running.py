from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from proxeny.core import clock
from proxeny.core.models import Job
from proxeny.core.queue import Cancelled, Stopping, worker
from proxeny.identity.models import RoleGrant
from proxeny.intake import running
from proxeny.intake.models import Batch
from proxeny.ledger import reading
from tests.cast import Cast
from tests.web.imports.bringing import bring, imported, text_of
from tests.web.imports.fake_importer import FakeImporter

pytestmark = pytest.mark.django_db


def test_starting_twice_imports_once(lead: Client, importer: FakeImporter) -> None:
    batch = bring(lead)
    for _ in range(2):
        lead.post(f"/imports/{batch.pk}/start/")
    worker.drain()
    lead.post(f"/imports/{batch.pk}/start/")
    worker.drain()
    assert importer.runs == 1


def test_a_job_delivered_again_after_its_import_is_done_does_nothing(
    lead: Client, importer: FakeImporter
) -> None:
    batch = imported(lead)
    running.run_batch.enqueue(batch.pk, batch.by)
    worker.drain()
    assert importer.runs == 1


def test_a_job_has_the_rights_of_who_asked_when_it_runs(
    vendor: Cast, lead: Client, importer: FakeImporter
) -> None:
    batch = bring(lead)
    lead.post(f"/imports/{batch.pk}/start/")
    RoleGrant.objects.filter(staff=vendor["he"]).update(ended_at=clock.now(), ended_by="staff:1")
    worker.drain()
    batch.refresh_from_db()
    assert batch.state == Batch.State.FAILED
    assert batch.reason
    assert importer.runs == 0


def test_an_import_on_another_day_is_recorded_on_that_day(lead: Client) -> None:
    lead.get("/imports/?on=2020-02-03")
    batch = imported(lead)
    assert timezone.localtime(batch.finished_at).date() == date(2020, 2, 3)
    assert timezone.localtime(reading.about(batch.record)[0].at).date() == date(2020, 2, 3)


def test_one_that_waits_is_stopped_at_once(lead: Client, importer: FakeImporter) -> None:
    batch = bring(lead)
    lead.post(f"/imports/{batch.pk}/start/")
    lead.post(f"/imports/{batch.pk}/cancellation/")
    worker.drain()
    batch.refresh_from_db()
    assert batch.state == Batch.State.CANCELLED
    assert importer.runs == 0


@pytest.mark.parametrize(("error", "state"), [(Cancelled(), "cancelled"), (ValueError("a fault"), "failed")])
def test_one_that_is_stopped_or_breaks_leaves_nothing(
    error: Exception, state: str, lead: Client, importer: FakeImporter
) -> None:
    def end() -> None:
        raise error

    importer.before_the_end = end
    batch = imported(lead)
    assert batch.state == state
    assert "a fault" not in text_of(lead, batch)
    assert not reading.about(batch.record)


def test_one_whose_worker_closes_is_done_by_the_next(lead: Client, importer: FakeImporter) -> None:
    def close() -> None:
        importer.before_the_end = lambda: None
        raise Stopping

    importer.before_the_end = close
    assert imported(lead).state == Batch.State.DONE
    assert importer.runs == 2


def test_one_whose_workers_die_can_be_tried_again(lead: Client, in_english: None) -> None:
    batch = bring(lead)
    lead.post(f"/imports/{batch.pk}/start/")
    Job.objects.update(status=Job.Status.FAILED, finished_at=clock.now())
    assert "It has stalled" in text_of(lead, batch)
    lead.post(f"/imports/{batch.pk}/start/")
    worker.drain()
    batch.refresh_from_db()
    assert batch.state == Batch.State.DONE


def test_the_waiting_page_is_told_where_to_go_at_the_end(lead: Client) -> None:
    batch = bring(lead)
    lead.post(f"/imports/{batch.pk}/start/")
    htmx = {"HX-Request": "true"}
    assert b'id="progress"' in lead.get(f"/imports/{batch.pk}/progress/", headers=htmx).content
    assert b'http-equiv="refresh"' in lead.get(f"/imports/{batch.pk}/").content
    worker.drain()
    answer = lead.get(f"/imports/{batch.pk}/progress/", headers=htmx)
    assert answer.headers["HX-Redirect"] == f"/imports/{batch.pk}/"
