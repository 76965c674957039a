"""Who is involved with him: told on a ground for a while, told better, ended, taken back; one of them leads."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from regie.approach.queries import approach_for
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.privacy.models import JournalEntry
from regie.trajectories.models import Involvement
from regie.trajectories.queries import involvements_of
from regie.trajectories.rules import grounds_to_involve
from tests.cast import Cast
from tests.factories import people
from tests.factories.partners import organisation, professional

TODAY, DAY = date(2026, 11, 18), timedelta(days=1)
STOPPED = {"ended_on": TODAY, "why": "Hij wil het niet meer."}


class TestItWorks:
    def test_an_organisation_or_somebody_who_works_there(self, cast: Cast, trajectory, now):
        bank = organisation(cast, at=now)
        els = professional(cast, at=now, organisation=bank)
        both = people.involve(trajectory, by=cast.noor, at=now, organisation=bank, professional=els)
        assert both.who == "Els Janssen, Kredietbank Limburg"
        only = people.involve(trajectory, by=cast.noor, at=now, professional=els)
        assert only.who == "Els Janssen"
        assert {one.pk for one in involvements_of(trajectory)} == {both.pk, only.pk}

    def test_somebody_of_whom_the_map_does_not_say_where_he_works(self, cast: Cast, trajectory, now):
        els, bank = professional(cast, at=now), organisation(cast, at=now)
        assert people.involve(trajectory, by=cast.noor, at=now, organisation=bank, professional=els).pk

    def test_it_ends_by_itself_the_day_after_the_last(self, cast: Cast, trajectory, now):
        told = people.involve(trajectory, by=cast.noor, at=now, until=TODAY + DAY)
        assert [told.is_over(TODAY + n * DAY) for n in (0, 1, 2)] == [False, False, True]

    def test_it_ends_earlier_on_a_day_with_why_and_says_so_once(self, cast: Cast, trajectory, now):
        told = people.involve(trajectory, by=cast.noor, at=now)
        told_twice = {"by": cast.noor.acting(now), "at": now}
        ended = told.end(**STOPPED, **told_twice)
        assert (ended.ended_on, ended.until, ended.is_over(TODAY)) == (TODAY, told.until, True)
        assert ended.end(**STOPPED, **told_twice) == ended
        with pytest.raises(NotNow, match="al op 18-11-2026"):
            ended.end(ended_on=TODAY - DAY, why="Toch eerder.", **told_twice)

    def test_told_better_is_a_version(self, cast: Cast, trajectory, now):
        told = people.involve(trajectory, by=cast.noor, at=now)
        by = {"by": cast.noor.acting(now), "at": now}
        assert told.correct(account=told.account, **by) == told
        better = told.correct(account=replace(told.account, domains=["housing", "care"]), **by)
        assert (better.corrects_id, better.ref, better.domains) == (told.pk, told.ref, ["housing", "care"])

    def test_as_long_as_the_approach_says_and_no_day_longer(self, cast: Cast, trajectory, now):
        last = date(2027, 11, 18)
        assert people.involve(trajectory, by=cast.noor, at=now, until=last).until == last
        with pytest.raises(NotValid, match="hooguit één jaar") as refused:
            people.involve(trajectory, by=cast.noor, at=now, until=last + DAY)
        assert refused.value.field == "until"

    def test_on_what_the_privacy_officer_still_judges_work_goes_on(self, cast: Cast, trajectory, now):
        told = people.involve(trajectory, by=cast.noor, at=now, ground="privacy_officer_decides")
        assert not told.is_over(TODAY)

    def test_keeping_the_archive_is_no_ground_to_involve(self, cast: Cast, trajectory, now):
        offered = {one.code for one in grounds_to_involve(approach_for(cast.here, on=TODAY))}
        assert "debts" in offered
        assert "archive" not in offered


class TestOneOfThemLeads:
    def test_who_is_told_to_lead_takes_it_over(self, cast: Cast, trajectory, now):
        first = people.involve(trajectory, by=cast.noor, at=now, lead=True)
        second = people.involve(trajectory, by=cast.noor, at=now, lead=True)
        assert leading(trajectory) == [second.ref]
        back = Involvement.objects.current().get(ref=first.ref)
        back.correct(account=replace(back.account, lead=True), by=cast.noor.acting(now), at=now)
        assert leading(trajectory) == [first.ref]
        fields = JournalEntry.objects.filter(verb="involvement.corrected").values_list("fields", flat=True)
        assert [list(one) for one in fields] == [["lead"]] * 3

    def test_of_whom_it_is_over_it_stays_told_that_he_led(self, cast: Cast, trajectory, now):
        first = people.involve(trajectory, by=cast.noor, at=now, lead=True)
        first.end(**STOPPED, by=cast.noor.acting(now), at=now)
        people.involve(trajectory, by=cast.noor, at=now, lead=True)
        assert len(leading(trajectory)) == 2

    def test_what_ended_already_takes_it_from_nobody(self, cast: Cast, trajectory, now):
        leads = people.involve(trajectory, by=cast.noor, at=now, lead=True)
        long_ago = {"happened_on": TODAY - 9 * DAY, "until": TODAY - DAY}
        people.involve(trajectory, by=cast.noor, at=now, lead=True, **long_ago)
        assert leads.ref in leading(trajectory)


def leading(trajectory) -> list:
    return [one.ref for one in involvements_of(trajectory) if one.lead]


class TestItIsRefused:
    @pytest.mark.parametrize("who", ["sem", "fatima", "bas"])
    def test_for_who_does_not_guide_him(self, cast: Cast, trajectory, now, who: str):
        bank = organisation(cast, at=now)
        told = people.involve(trajectory, by=cast.noor, at=now, organisation=bank)
        user = getattr(cast, who)
        by = {"by": user.acting(now), "at": now}
        with pytest.raises(NotAllowed):
            people.involve(trajectory, by=user, at=now, organisation=bank)
        with pytest.raises(NotAllowed):
            told.correct(account=told.account, **by)
        with pytest.raises(NotAllowed):
            told.end(**STOPPED, **by)
        with pytest.raises(NotAllowed):
            told.withdraw(**by)

    @pytest.mark.parametrize(
        ("told", "says", "field"),
        [
            ({"organisation": None}, "Wie betrekt u", "organisation"),
            ({"role": " "}, "Vul dit in", "role"),
            ({"role": "a" * 81}, "80", "role"),
            ({"purpose": ""}, "Vul dit in", "purpose"),
            ({"purpose": "a" * 201}, "200", "purpose"),
            ({"domains": []}, "minstens één leefgebied", "domains"),
            ({"domains": ["housing", "moon"]}, "niet in de aanpak", "domains"),
            ({"ground": ""}, "Kies een grond", "ground"),
            ({"ground": "because"}, "Kies een grond", "ground"),
            ({"ground": "archive"}, "Kies een grond", "ground"),
            ({"ground": "own_request"}, "Wat vroeg hij", "scope"),
            ({"scope": "Zijn huur."}, "vroeg hij er niet zelf om", "scope"),
            ({"ground": "own_request", "scope": "a" * 301}, "300", "scope"),
            ({"until": None}, "Tot en met wanneer", "until"),
            ({"until": TODAY - DAY}, "voor de eerste dag", "until"),
            ({"happened_on": TODAY + DAY}, "nog niet geweest", "happened_on"),
            ({"ended_on": TODAY}, "Waarom stopt het", "why_ended"),
            ({"why_ended": "Zomaar."}, "Op welke dag", "ended_on"),
            ({"ended_on": TODAY + DAY, "why_ended": "Zomaar."}, "nog niet geweest", "ended_on"),
            ({"ended_on": TODAY - DAY, "why_ended": "Zomaar."}, "voor de eerste dag", "ended_on"),
            (
                {"happened_on": TODAY - 3 * DAY, "until": TODAY - DAY, "ended_on": TODAY, "why_ended": "Zo."},
                "al vanzelf op 17-11-2026",
                "ended_on",
            ),
            ({"ended_on": TODAY, "why_ended": "a" * 201}, "200", "why_ended"),
        ],
    )
    def test_what_cannot_be(self, cast: Cast, trajectory, now, told: dict, says: str, field: str):
        with pytest.raises(NotValid, match=says) as refused:
            people.involve(trajectory, by=cast.noor, at=now, **told)
        assert refused.value.field == field
        assert not Involvement.objects.exists()

    def test_who_works_elsewhere(self, cast: Cast, trajectory, now):
        bank, home = organisation(cast, at=now), organisation(cast, "ZOwonen", at=now)
        els = professional(cast, at=now, organisation=bank)
        with pytest.raises(NotValid, match="Els Janssen werkt daar niet") as refused:
            people.involve(trajectory, by=cast.noor, at=now, organisation=home, professional=els)
        assert refused.value.field == "professional"

    @pytest.mark.parametrize("kind", ["organisation", "professional"])
    def test_who_is_of_another_municipality(self, cast: Cast, trajectory, now, kind: str):
        make = {"organisation": organisation, "professional": professional}[kind]
        there = make(cast, at=now, by=cast.bas, where=cast.elsewhere)
        with pytest.raises(NotValid, match="andere gemeente") as refused:
            people.involve(trajectory, by=cast.noor, at=now, **{kind: there})
        assert refused.value.field == kind

    @pytest.mark.parametrize(
        "wrong",
        [
            {"organisation": None},
            {"role": ""},
            {"domains": []},
            {"ground": ""},
            {"purpose": ""},
            {"until": TODAY - DAY},
            {"ended_on": TODAY},
            {"why_ended": "Zomaar."},
            {"ended_on": TODAY - DAY, "why_ended": "Zomaar."},
            {"ended_on": TODAY + 99 * DAY, "why_ended": "Zomaar."},
        ],
    )
    def test_by_the_database(self, cast: Cast, trajectory, now, wrong: dict):
        told = vars(people.involve(trajectory, by=cast.noor, at=now).account)
        stamp = Involvement.stamp(by=cast.noor.acting(now), at=now)
        with pytest.raises(IntegrityError), transaction.atomic():
            Involvement.objects.create(trajectory=trajectory, **told | wrong, **stamp)


class TestItLeavesARecord:
    def test_in_the_journal_without_its_words(self, cast: Cast, trajectory, now):
        by = {"by": cast.noor.acting(now), "at": now}
        told = people.involve(trajectory, by=cast.noor, at=now)
        told.correct(account=replace(told.account, role="Budgetcoach"), **by).end(**STOPPED, **by).withdraw(
            **by
        )
        entries = JournalEntry.objects.filter(verb__startswith="involvement").order_by("pk")
        assert [(one.verb, len(one.fields) > 2) for one in entries] == [
            ("involvement.told", True),
            ("involvement.corrected", False),
            ("involvement.ended", False),
            ("involvement.withdrawn", False),
        ]
        assert set(entries[2].fields) == {"ended_on", "why_ended"}
        assert involvements_of(trajectory) == []
