from datetime import date

import pytest

from proxeny.analytics.daytypes import DayType, classify


def test_days_around_the_spring_festival_of_2025_are_told_apart():
    holidays = {date(2025, 1, day) for day in range(28, 32)} | {date(2025, 2, day) for day in range(1, 5)}
    workdays = {date(2025, 1, 26), date(2025, 2, 8), date(2025, 4, 27)}
    types = classify(date(2025, 1, 1), 150, holidays, workdays, [date(2025, 1, 29)])

    def kind(month: int, day: int) -> DayType:
        return DayType(types[(date(2025, month, day) - date(2025, 1, 1)).days])

    assert kind(1, 21) is DayType.WORK
    assert kind(1, 22) is DayType.SHOULDER
    assert kind(1, 26) is DayType.SHOULDER
    assert kind(1, 28) is DayType.HOLIDAY
    assert kind(2, 10) is DayType.SHOULDER
    assert kind(2, 11) is DayType.WORK
    assert kind(3, 1) is DayType.REST
    assert kind(4, 27) is DayType.WORK


def test_a_negative_number_of_days_is_refused():
    with pytest.raises(ValueError, match="cannot be negative"):
        classify(date(2025, 1, 1), -1, (), (), ())
