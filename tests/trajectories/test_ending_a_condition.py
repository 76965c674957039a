"""What holds around him comes to an end: the officer says since when, and the history keeps it."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.privacy.models import JournalEntry
from regie.trajectories.actions import end_condition
from regie.trajectories.models import Trajectory
from tests.cast import Cast, sign_in
from tests.factories import people
from tests.factories.detention import caution, conditions_of, owe, restrict, supervise, told_around
from tests.factories.people import Identity

TODAY = date(2026, 11, 18)
MAKE = {"supervision": supervise, "special_condition": restrict, "open_sanction": owe, "safety_note": caution}
DONE = {"open_sanction": "afgedaan"}
EACH = pytest.mark.parametrize("name", MAKE)


def end(trajectory: Trajectory, told: Any, by, now: datetime, on: date = TODAY, **how: Any) -> Any:
    return end_condition(trajectory=trajectory, told=told, on=on, by=by.acting(now), at=now, **how)


def url(name: str, trajectory: Trajectory, *refs: Any) -> str:
    return reverse(f"desk:{name}", args=[trajectory.person.ref, *refs])


@EACH
class TestItWorks:
    def test_from_that_day_on_it_holds_no_longer_and_before_it_did(self, cast: Cast, trajectory, now, name):
        told, yesterday = MAKE[name](trajectory.person, at=now), TODAY - timedelta(days=1)
        ended = end(trajectory, told, cast.noor, now)
        assert (ended.ended_on, ended.ref, ended.corrects) == (TODAY, told.ref, told)
        assert conditions_of(trajectory.person, on=TODAY).all == []
        assert conditions_of(trajectory.person, on=yesterday).all == [ended]
        assert told_around(trajectory.person) == [ended]

    def test_twice_is_once(self, cast: Cast, trajectory, now, name):
        told = MAKE[name](trajectory.person, at=now)
        ended = end(trajectory, told, cast.noor, now)
        assert end(trajectory, ended, cast.noor, now) == ended
        assert type(told).objects.count() == 2

    def test_it_may_come_again_afterwards(self, cast: Cast, trajectory, now, name):
        end(trajectory, MAKE[name](trajectory.person, at=now), cast.noor, now)
        again = MAKE[name](trajectory.person, at=now)
        assert conditions_of(trajectory.person, on=TODAY).all == [again]


@EACH
class TestItIsRefused:
    @pytest.mark.parametrize("who", ["sem", "fatima", "wil", "ada", "bas"])
    def test_only_the_officer_who_guides_him(self, cast: Cast, trajectory, now, name, who: str):
        told = MAKE[name](trajectory.person, at=now)
        with pytest.raises(NotAllowed):
            end(trajectory, told, getattr(cast, who), now)

    def test_not_of_another_young_person(self, cast: Cast, trajectory, now, name):
        other = people.guide(cast, at=now, who=Identity("Kai", "Alders", date(2004, 5, 3)))
        told = MAKE[name](trajectory.person, at=now)
        with pytest.raises(NotAllowed, match="een andere jongere"):
            end(other, told, cast.noor, now)

    @pytest.mark.parametrize("on", [TODAY + timedelta(days=1), date(2004, 1, 1)])
    def test_not_ahead_and_not_before_he_was_born(self, cast: Cast, trajectory, now, name, on: date):
        told = MAKE[name](trajectory.person, at=now)
        with pytest.raises(NotValid) as refused:
            end(trajectory, told, cast.noor, now, on)
        assert refused.value.field == "ended_on"

    def test_two_at_once_do_not_pass_each_other(self, cast: Cast, trajectory, now, name):
        told = MAKE[name](trajectory.person, at=now)
        end(trajectory, told, cast.noor, now)
        with pytest.raises(NotNow, match="intussen al verbeterd"):
            end(trajectory, told, cast.noor, now, TODAY - timedelta(days=1))


@EACH
class TestItLeavesARecord:
    def test_a_journal_entry_without_a_value(self, cast: Cast, trajectory, now, name):
        told = MAKE[name](trajectory.person, at=now)
        end(trajectory, told, cast.noor, now)
        last = JournalEntry.objects.filter(verb=told.verb, subject=trajectory.person.ref).latest("pk")
        assert last.fields == ["ended_on"]


@EACH
class TestThePageShowsIt:
    def test_from_the_page_of_all_to_over(self, trajectory, now, noor: Client, name):
        told = MAKE[name](trajectory.person, at=now)
        way = url(f"end_{name}", trajectory, told.ref)
        assert way in noor.get(url("conditions", trajectory)).content.decode()
        form = noor.get(way).context["form"]
        sent = noor.post(way, {"ended_on": form["ended_on"].value(), "seen": told.pk}, follow=True)
        assert (
            f"{DONE.get(name, 'beëindigd')}. In de geschiedenis blijft het te lezen." in sent.content.decode()
        )
        page = noor.get(url("conditions", trajectory)).content.decode()
        assert "Voorbij" in page
        assert way not in page
        assert "Er geldt nu niets dat bekend is." in noor.get(url("person", trajectory)).content.decode()

    def test_what_cannot_be_is_said_and_what_was_typed_stays(self, trajectory, now, noor: Client, name):
        told = MAKE[name](trajectory.person, at=now)
        page = noor.post(url(f"end_{name}", trajectory, told.ref), {"ended_on": "1-1-2090"}).content.decode()
        assert "Deze dag is nog niet geweest." in page
        assert "1-1-2090" in page

    def test_who_saw_an_older_version_is_told(self, trajectory, now, noor: Client, name):
        told = MAKE[name](trajectory.person, at=now)
        way = url(f"end_{name}", trajectory, told.ref)
        noor.post(way, {"ended_on": "17-11-2026", "seen": told.pk})
        page = noor.post(way, {"ended_on": "16-11-2026", "seen": told.pk}).content.decode()
        assert "intussen al verbeterd" in page

    @pytest.mark.parametrize("who", ["sem", "bas", "wil", "ada", "fatima"])
    def test_for_anyone_else_there_is_nothing(self, cast: Cast, trajectory, now, name, who: str):
        told = MAKE[name](trajectory.person, at=now)
        answer = sign_in(getattr(cast, who)).get(url(f"end_{name}", trajectory, told.ref))
        assert answer.status_code in (403, 404)
