"""A period as people and the CBS write it, and as it is said."""

from datetime import date

import pytest

from regie.base.errors import NotValid
from regie.indicators.rules import Period, read_period


@pytest.mark.parametrize(
    ("typed", "since", "until", "said"),
    [
        ("2023", date(2023, 1, 1), date(2024, 1, 1), "2023"),
        ("2023JJ00", date(2023, 1, 1), date(2024, 1, 1), "2023"),
        ("2014-2016", date(2014, 1, 1), date(2017, 1, 1), "2014 tot en met 2016"),
        ("2014 tot en met 2016", date(2014, 1, 1), date(2017, 1, 1), "2014 tot en met 2016"),
        ("2023KW04", date(2023, 10, 1), date(2024, 1, 1), "4e kwartaal 2023"),
        ("1e kwartaal 2023", date(2023, 1, 1), date(2023, 4, 1), "1e kwartaal 2023"),
        ("2023HJ02", date(2023, 7, 1), date(2024, 1, 1), "2e halfjaar 2023"),
        ("2e halfjaar 2023", date(2023, 7, 1), date(2024, 1, 1), "2e halfjaar 2023"),
        ("2023MM12", date(2023, 12, 1), date(2024, 1, 1), "december 2023"),
        ("2023-05", date(2023, 5, 1), date(2023, 6, 1), "mei 2023"),
        ("Mei 2023", date(2023, 5, 1), date(2023, 6, 1), "mei 2023"),
    ],
)
def test_a_period_is_read_as_people_and_the_cbs_write_it(typed, since, until, said):
    assert read_period(typed) == Period(since, until)
    assert str(read_period(typed)) == said
    assert read_period(said) == Period(since, until)


@pytest.mark.parametrize(
    "typed", ["", "23", "2023JJ01", "0001", "9999", "2023-13", "2023KW05", "2016-2014", "2016-2016-2016"]
)
def test_what_is_no_period(typed):
    with pytest.raises(NotValid) as refused:
        read_period(typed)
    assert refused.value.field == "period"
