"""Whoever makes an appointment reads what to mind; whom it does not concern finds nothing."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from regie.accounts.models import User
from regie.desk.pages.conditions import cautions, conditions_card, conditions_page
from regie.desk.pages.record import record_now
from regie.detention import queries
from regie.detention.enums import HearingOutcome, SpecialConditionKind
from regie.trajectories.models import Trajectory
from tests.cast import Cast
from tests.factories.detention import caution, hear, owe, restrict, supervise

TODAY = date(2026, 11, 18)
BEFORE, AFTER = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
TITLE = "Let op bij afspreken"


def known_to(user: User, trajectory: Trajectory, now: datetime) -> queries.Conditions:
    among = Trajectory.objects.visible_to(user.acting(now)).people()
    return queries.conditions_of(trajectory.person, among=among, on=TODAY)


def contact_form(trajectory: Trajectory, client: Client) -> str:
    return client.get(reverse("desk:log_contact", args=[trajectory.person.ref])).content.decode()


def all_of(trajectory: Trajectory, now: datetime) -> dict[str, Any]:
    return {
        "note": caution(trajectory.person, at=now),
        "ban": restrict(trajectory.person, at=now),
        "watch": supervise(trajectory.person, at=now),
        "fine": owe(trajectory.person, at=now),
        "hearing": hear(trajectory.person, at=now, happened_on=AFTER),
    }


class TestItWorks:
    def test_it_stands_at_the_form_for_contact(self, trajectory, now, noor: Client):
        restrict(trajectory.person, at=now, words="Niet in de Stationsstraat.")
        page = contact_form(trajectory, noor)
        assert TITLE in page
        assert "Gebiedsverbod" in page
        assert "Niet in de Stationsstraat." in page
        assert reverse("desk:conditions", args=[trajectory.person.ref]) in page

    def test_only_what_concerns_an_appointment(self, cast: Cast, trajectory, now):
        told = all_of(trajectory, now)
        found = known_to(cast.noor, trajectory, now)
        assert found.when_meeting == [told["note"], told["ban"], told["hearing"]]
        assert found.all == [told[name] for name in ("note", "ban", "watch", "fine", "hearing")]

    def test_what_is_over_is_not_minded_and_what_is_to_come_is(self, cast: Cast, trajectory, now):
        him = trajectory.person
        restrict(him, at=now, until=BEFORE)
        restrict(him, at=now, ended_on=TODAY)
        hear(him, at=now, happened_on=BEFORE, outcome=HearingOutcome.CONTINUED)
        hear(him, at=now, happened_on=BEFORE)
        tag = restrict(him, at=now, kind=SpecialConditionKind.ANKLE_TAG, since=AFTER)
        assert known_to(cast.noor, trajectory, now).when_meeting == [tag]

    def test_without_anything_to_mind_nothing_is_said(self, trajectory, now, noor: Client):
        owe(trajectory.person, at=now)
        assert TITLE not in contact_form(trajectory, noor)

    def test_it_stays_when_what_was_typed_cannot_be(self, trajectory, now, noor: Client):
        restrict(trajectory.person, at=now)
        sent = noor.post(reverse("desk:log_contact", args=[trajectory.person.ref]), {"words": "Gebeld."})
        assert TITLE in sent.content.decode()

    def test_of_however_many_kinds_it_is_six_queries(self, cast: Cast, trajectory, now):
        all_of(trajectory, now)
        viewer = cast.noor.acting(now)
        with CaptureQueriesContext(connection) as asked:
            assert len(cautions(trajectory.person, viewer=viewer, on=TODAY)) == 3
        assert len(asked) == 6


class TestWhomItConcerns:
    @pytest.mark.parametrize("who", ["noor", "fatima"])
    def test_who_guides_him_and_who_coordinates_there(self, cast: Cast, trajectory, now, who: str):
        all_of(trajectory, now)
        assert len(known_to(getattr(cast, who), trajectory, now).all) == 5

    @pytest.mark.parametrize("who", ["sem", "wil", "ada", "bas"])
    def test_for_anyone_else_the_query_itself_finds_nothing(self, cast: Cast, trajectory, now, who: str):
        all_of(trajectory, now)
        him, viewer = trajectory.person, getattr(cast, who).acting(now)
        assert known_to(getattr(cast, who), trajectory, now).all == []
        assert cautions(him, viewer=viewer, on=TODAY) == ()
        assert conditions_card(record_now(trajectory, on=TODAY), viewer=viewer, editable=False).items == ()
        assert conditions_page(him, viewer=viewer, on=TODAY, editable=False).lines == ()

    def test_nobody_learns_of_another_young_person(self, cast: Cast, trajectory, now):
        all_of(trajectory, now)
        others = Trajectory.objects.exclude(pk=trajectory.pk).people()
        assert queries.conditions_of(trajectory.person, among=others, on=TODAY).all == []
        assert queries.told_around(trajectory.person, among=others) == []
