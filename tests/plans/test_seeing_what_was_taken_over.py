"""What was taken over on its pages: in words, in a picture, and what may not be done any more above all else."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from regie.approach.queries import approach_for
from regie.approach.rules import Approach
from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.desk.pages.authorisations import NOT_SIGNED, authorisations_card
from regie.plans.enums import Doer, Lasts, RestsOn
from regie.plans.models import TakenOver
from regie.plans.rules import HisAuthorisation
from regie.trajectories.models import Trajectory
from tests.cast import Cast, sign_in
from tests.factories.taking_over import authorise, do, take_over

TODAY, DAY = date(2026, 11, 18), timedelta(days=1)


@pytest.fixture
def taken(cast: Cast, trajectory: Trajectory, now) -> TakenOver:
    """The officer opens his post since ten days."""
    return take_over(trajectory, by=cast.noor, at=now, happened_on=TODAY - 10 * DAY)


class TestThePage:
    def test_from_the_form_until_he_does_it_himself(self, cast: Cast, trajectory, now, noor: Client):
        today = f"{day(this_moment()):%d-%m-%Y}"
        signed = authorise(trajectory, by=cast.noor, at=now)
        tell = reverse("desk:tell_takenover", args=[trajectory.person.ref])
        assert f"Op de machtiging voor {signed.party}" in noor.get(tell).content.decode()
        typed = {"happened_on": today, "words": "De post openen", "domain": "practical_affairs"}
        noor.post(tell, typed | {"rests_on": str(signed.ref), "until": today})
        taken = TakenOver.objects.get()
        assert (taken.rests_on, taken.authorisation) == (RestsOn.AUTHORISATION, signed.ref)
        correct = reverse("desk:correct_takenover", args=[taken.ref])
        assert noor.get(correct).context["form"]["rests_on"].value() == str(signed.ref)
        noor.post(correct, typed | {"rests_on": "not_needed", "seen": taken.pk})
        assert TakenOver.objects.current().get().authorisation is None
        noor.post(reverse("desk:tell_doing", args=[taken.ref]), {"happened_on": today, "doer": "himself"})
        for name in ("desk:taken_over", "desk:plan"):
            page = noor.get(reverse(name, args=[trajectory.person.ref])).content.decode()
            assert "Hij doet het zelf" in page
            assert "De post openen" in page

    def test_what_may_not_be_done_any_more_is_said_above_all_else(
        self, cast: Cast, trajectory, now, noor: Client
    ):
        told = {"by": cast.noor, "at": now}
        signed = authorise(trajectory, **told)
        take_over(trajectory, words="Bellen", rests_on=RestsOn.NOT_NEEDED, **told)
        take_over(trajectory, on=signed, **told)
        plan = reverse("desk:plan", args=[trajectory.person.ref])
        assert "u mag dit niet meer namens hem doen" not in noor.get(plan).content.decode()
        signed.stop(stopped_on=TODAY, by=cast.noor.acting(now), at=now)
        shown = noor.get(plan)
        page = shown.content.decode()
        (card,) = [one for one in shown.context["page"].cards if one.title == "Uit handen genomen"]
        assert [line.item.description for line in card.lines] == ["De post openen.", "Bellen"]
        assert "“De post openen.”: u mag dit niet meer namens hem doen." in page
        terms = reverse("desk:terms", args=[trajectory.person.ref])
        assert "U mag iets niet meer namens hem doen" in noor.get(terms).content.decode()

    def test_the_picture_and_the_table_say_the_same(self, cast: Cast, trajectory, now, noor: Client):
        address = reverse("desk:taken_over", args=[trajectory.person.ref])
        assert '<svg class="timeline__picture' not in noor.get(address).content.decode()
        taken = take_over(trajectory, by=cast.noor, at=now, happened_on=date(2026, 10, 5))
        do(taken, Doer.TOGETHER, by=cast.noor, at=now)
        response = noor.get(address)
        picture = response.context["page"].picture
        assert picture.rows[:2] == (("oktober 2026", "1", "0", "0"), ("november 2026", "0", "1", "0"))
        assert [[part.kind for part in bar.parts] for bar in picture.drawing.bars[:2]] == [[0], [1]]
        assert [bar.label for bar in picture.drawing.bars[:2]] == ["okt 2026", "nov 2026"]
        assert "Wie doet wat, maand voor maand" in response.content.decode()

    def test_who_only_looks_changes_nothing(self, cast: Cast, trajectory, taken):
        page = sign_in(cast.fatima).get(reverse("desk:taken_over", args=[trajectory.person.ref]))
        assert "De post openen." in page.content.decode()
        assert reverse("desk:correct_takenover", args=[taken.ref]) not in page.content.decode()

    def test_a_tab_that_stood_open_writes_over_nothing(self, cast: Cast, taken, now, noor: Client):
        taken.correct(account=replace(taken.account, words="De post halen"), by=cast.noor.acting(now), at=now)
        typed = {"happened_on": "8-11-2026", "words": "Iets anders", "rests_on": "unknown", "seen": taken.pk}
        page = noor.post(reverse("desk:correct_takenover", args=[taken.ref]), typed).content.decode()
        assert "verbeterde dit intussen" in page
        assert "Iets anders" in page
        assert TakenOver.objects.current().get().words == "De post halen"

    def test_how_an_authorisation_stands_is_said_once(self, cast: Cast, trajectory, now):
        signed = authorise(trajectory, by=cast.noor, at=now, until=TODAY + 40 * DAY)
        told, person = signed.account, trajectory.person
        approach = approach_for(trajectory.municipality, on=TODAY)
        open_ended = {"lasts": Lasts.UNTIL_STOPPED, "until": None}

        def stands(on: date, approach: Approach | None = approach, **more: object) -> str:
            paper = HisAuthorisation(signed.ref, replace(told, **more))
            (line,) = authorisations_card([paper], person, approach, editable=False, on=on).lines
            return line.item.more.removesuffix("besproken op 18 november 2026").removesuffix(" · ")

        signs, until = " · getekend op 18 november 2026", "tot en met 28 december 2026"
        assert stands(TODAY) == stands(TODAY + 25 * DAY) == f"Geldt {until}{signs}"
        assert stands(TODAY + 26 * DAY) == f"Loopt af · geldt {until}{signs}"  # two weeks, by the approach
        assert stands(TODAY + 40 * DAY, None) == f"Geldt {until}{signs}"
        assert stands(TODAY + 41 * DAY) == f"Verlopen · gold {until}{signs}"
        assert stands(TODAY, stopped_on=TODAY) == f"Gestopt door hem op 18 november 2026{signs}"
        assert stands(TODAY, **open_ended) == f"Geldt tot hij haar stopt{signs}"
        unknown = open_ended | {"lasts": Lasts.UNKNOWN}
        assert stands(TODAY, **unknown) == f"Geldt · niet bekend tot wanneer{signs}"
        assert stands(TODAY, signed_on=None) == f"{NOT_SIGNED} · geldt {until}"

    def test_a_form_says_what_it_is_about_once(self, cast: Cast, trajectory, now, noor: Client):
        taken = take_over(trajectory, by=cast.noor, at=now, why="De brieven zijn te veel.")
        page = noor.get(reverse("desk:tell_doing", args=[taken.ref])).content.decode()
        assert page.count("De brieven zijn te veel.") == 1
        assert "De post openen." in page
