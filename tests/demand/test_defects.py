"""Defects: noted without naming a customer, linked to cases, fixed; how often and whom, as far as one may know."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from proxeny.accounts.models import Account
from proxeny.cases.models import Case
from proxeny.cases.opening import Opening, open_case
from proxeny.core import clock
from proxeny.demand import access, fixing, linking, recording, texts, troubling
from proxeny.demand.models import Defect, DefectCase
from proxeny.identity.access import NotFound
from proxeny.ledger import reading, verifying
from proxeny.ledger.models import Entry
from proxeny.search import finding
from proxeny.search.asking import ask
from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("on_22_november")
WRITERS = {"zhou", "lin", "he", "xu", "zhang"}
READERS = WRITERS | {"tang", "pan", "shen"}


def defect(vendor: Cast, by: str = "zhou", **more: object) -> Defect:
    wanted = {"title": "导出超时", "symptom": "超过一万行时,导出在 60 秒后断开", "product": "报表", **more}
    return recording.open_defect(**wanted, by=vendor.actor(by))  # type: ignore[arg-type]


def case(vendor: Cast, account: Account, by: str = "he", **more: bool) -> Case:
    return open_case(account, Opening(title="导出不动", text="导出不动了", **more), by=vendor.actor(by))  # type: ignore[arg-type]


def refused(call: Callable[[], object]) -> set[str]:
    with pytest.raises(ValidationError) as error:
        call()
    return set(error.value.message_dict)


def test_all_who_do_anything_for_a_customer_read_and_find_defects_and_nobody_else(vendor: Cast) -> None:
    one = defect(vendor)
    finding.forget_sizes()
    wanted = ask("导出超时", {}).wanted
    finders = {name for name in vendor.people if finding.find(wanted, texts.findable(vendor.actor(name)))}
    assert (
        finders == READERS == {name for name in vendor.people if access.defects(vendor.actor(name)).exists()}
    )
    with pytest.raises(NotFound):
        access.defect_for(vendor.actor("nobody"), one.pk)


@pytest.mark.parametrize("outsider", ["tang", "pan", "shen", "nobody"])
def test_who_only_reads_notes_and_settles_nothing(vendor: Cast, outsider: str) -> None:
    one, actor = defect(vendor), vendor.actor(outsider)
    with pytest.raises(NotFound):
        defect(vendor, by=outsider)
    for verb in (
        lambda: fixing.fix(one, fixed_in="3.2", by=actor),
        lambda: recording.change(one, {"title": "x"}, by=actor),
        lambda: linking.link(one, case(vendor, vendor.luban), by=actor),
    ):
        with pytest.raises(NotFound):
            verb()


def test_a_defect_needs_a_title_and_what_shows_and_names_no_customer(vendor: Cast) -> None:
    assert refused(lambda: defect(vendor, title="")) == {"title"}
    assert refused(lambda: defect(vendor, symptom=" ")) == {"symptom"}
    shown = case(vendor, vendor.luban)
    assert refused(lambda: defect(vendor, symptom="鲁班建材导出超时", found_in=shown)) == {"symptom"}
    one = defect(vendor, found_in=shown)
    named = {"workaround": "请鲁班建材分两次导出"}
    assert refused(lambda: recording.change(one, named, by=vendor.actor("zhou"))) == {"workaround"}


def test_the_case_it_was_found_in_is_linked_and_counts_once(vendor: Cast) -> None:
    shown, zhou = case(vendor, vendor.luban), vendor.actor("zhou")
    one = defect(vendor, found_in=shown)
    for _ in range(2):
        linking.link(one, shown, by=zhou)
    linking.link(one, case(vendor, vendor.star_river), by=zhou)
    linking.link(one, case(vendor, vendor.luban), by=zhou)
    trouble = troubling.of([one], zhou)[one.pk]
    assert (trouble.count, trouble.repeats, trouble.affected) == (3, 2, 2)
    assert {account.name for account in trouble.accounts} == {"鲁班建材", "星河物流"}
    assert linking.unlink(one, shown, by=zhou) is True
    assert linking.unlink(one, shown, by=zhou) is False
    assert troubling.of([one], zhou)[one.pk].count == 2
    assert DefectCase.objects.filter(case=shown).count() == 1
    assert verifying.verify().ok


def test_of_cases_one_may_not_see_the_number_is_all_that_is_told(vendor: Cast) -> None:
    one = defect(vendor, found_in=case(vendor, vendor.luban))
    linking.link(one, case(vendor, vendor.yunqi), by=vendor.actor("he"))
    for reader, own in (("zhou", {"鲁班建材"}), ("lin", {"云启科技"}), ("zhang", set()), ("xu", set())):
        trouble = troubling.of([one], vendor.actor(reader))[one.pk]
        assert (trouble.count, trouble.affected) == (2, 2)
        assert {account.name for account in trouble.accounts} == own
        assert trouble.elsewhere == 2 - len(own)


def test_a_confidential_case_is_not_even_counted_for_those_outside(vendor: Cast) -> None:
    one, secret = defect(vendor), case(vendor, vendor.luban, is_confidential=True)
    with pytest.raises(NotFound):
        linking.link(one, secret, by=vendor.actor("lin"))
    linking.link(one, secret, by=vendor.actor("zhou"))
    assert troubling.of([one], vendor.actor("zhou"))[one.pk].count == 1
    for outsider in ("pan", "lin", "zhang", "shen"):
        assert one.pk not in troubling.of([one], vendor.actor(outsider))
    assert [line.kind for line in reading.about(one.record)] == ["defect.opened"]
    assert Entry.objects.get(kind="defect.linked").visibility == "confidential"


def test_nobody_links_a_case_they_may_not_change(vendor: Cast) -> None:
    one, foreign = defect(vendor), case(vendor, vendor.yunqi)
    for outsider in ("zhou", "zhang", "pan"):
        with pytest.raises(NotFound):
            linking.link(one, foreign, by=vendor.actor(outsider))


def test_what_became_of_it_is_said_with_a_word_and_can_be_opened_again(vendor: Cast) -> None:
    one, zhang = defect(vendor), vendor.actor("zhang")
    assert refused(lambda: fixing.fix(one, fixed_in=" ", by=zhang)) == {"said"}
    for _ in range(2):
        fixed = fixing.fix(one, fixed_in="3.2.1", by=zhang)
    assert (fixed.state, fixed.settled_with, fixed.settled_by) == ("fixed", "3.2.1", vendor["zhang"])
    for _ in range(2):
        fixing.reopen(one, by=zhang)
    assert fixing.decline(one, reason="下个大版本换掉导出", by=zhang).state == "declined"
    kinds = [line.kind for line in reversed(reading.about(one.record))]
    assert kinds == ["defect.opened", "defect.fixed", "defect.reopened", "defect.declined"]


def test_a_change_is_found_at_once_and_taken_back_by_who_made_it(vendor: Cast) -> None:
    one, zhou = defect(vendor), vendor.actor("zhou")
    change = recording.change(
        one, {"workaround": "按月分次导出", "workaround_risk": "合计要手工核对"}, by=zhou
    )
    finding.forget_sizes()
    assert finding.find(ask("手工核对", {}).wanted, texts.findable(vendor.actor("zhang")))
    assert change.sequence is not None
    with pytest.raises(NotFound):
        recording.take_back(one, change.sequence, by=vendor.actor("he"))
    recording.take_back(one, change.sequence, by=zhou)
    one.refresh_from_db()
    assert one.workaround == ""


def test_a_case_after_the_fix_shows_that_it_came_back(vendor: Cast) -> None:
    one, zhou = defect(vendor, found_in=case(vendor, vendor.luban)), vendor.actor("zhou")
    fixing.fix(one, fixed_in="3.2", by=vendor.actor("zhang"))
    one.refresh_from_db()
    assert troubling.of([one], zhou)[one.pk].came_back == 0
    with clock.on(date(2026, 12, 1)):
        linking.link(one, case(vendor, vendor.star_river), by=zhou)
    fixing.reopen(one, by=zhou)
    one.refresh_from_db()
    assert troubling.of([one], zhou)[one.pk].came_back == 1


def test_customers_whose_case_is_not_solved_wait_and_their_money_is_counted(vendor: Cast) -> None:
    shown = case(vendor, vendor.luban)
    one, zhou = defect(vendor, found_in=shown), vendor.actor("zhou")
    linking.link(one, case(vendor, vendor.luban), by=zhou)
    solved = case(vendor, vendor.star_river)
    linking.link(one, solved, by=zhou)
    Case.objects.filter(pk=solved.pk).update(solved_at=clock.now())
    for reader in ("zhou", "zhang"):
        waiting = troubling.of([one], vendor.actor(reader))[one.pk].waiting
        assert [account.name for account in waiting.accounts] == ["鲁班建材"]
