"""A text that leaves the file of his officer does not name him."""

from datetime import date

import pytest

from regie.anonymity.queries import check_anonymous
from regie.base.errors import NotValid

TODAY = date(2026, 11, 18)


def test_his_own_names_are_refused_beside_the_text_they_stand_in(trajectory):
    given, family = trajectory.person.given_names, trajectory.person.family_name
    for name in (given, family, given.upper()):
        with pytest.raises(NotValid, match=name) as refused:
            check_anonymous(trajectory, on=TODAY, question="Mag het?", brief=f"Dat vroeg {name} ook.")
        assert refused.value.field == "brief"
    check_anonymous(trajectory, on=TODAY, brief="Een jongere loopt vast.")
