"""His terms on one page: what is due now, what comes, what others do, and why; and why other rules give him none."""

from datetime import date, datetime, timedelta

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from regie.approach.actions import load
from regie.approach.enums import Act, Tone
from regie.approach.queries import approach_for
from regie.base.clock import day
from regie.clocks.queries import reckonings
from regie.desk.pages.terms import AHEAD, DONE, EXPECTED, NOW, WEEK, TermLine, TermsPage, terms_page
from regie.desk.pages.today import TodayLine
from regie.detention.enums import Certainty, Regime, Title
from regie.privacy.models import AccessEntry
from regie.trajectories.models import Trajectory
from regie.ui.words import written
from tests.cast import TESTER, Cast, sign_in
from tests.factories import people
from tests.factories.approaches import shipped
from tests.factories.detention import hear, hold, release, sentence
from tests.factories.terms import handle, look

TODAY = date(2026, 11, 18)
DAY, IN, OUT = timedelta(days=1), date(2026, 11, 14), date(2027, 5, 17)


@pytest.fixture
def inside(trajectory: Trajectory, now) -> Trajectory:
    """Jayden came in four days ago and has half a year to serve."""
    hold(trajectory.person, at=now, entered_on=IN, regime=Regime.ADULT)
    sentence(trajectory.person, at=now, months=6)
    release(trajectory.person, at=now, expected_on=OUT)
    return trajectory


def page(trajectory: Trajectory, on: date = TODAY, *, mine: bool = True) -> TermsPage:
    return terms_page(trajectory, on=on, mine=mine)


def group(shown: TermsPage, title: str) -> list[str]:
    """The titles of the terms in a group."""
    return [line.title for group in shown.groups if group.title == title for line in group.lines]


def line(shown: TermsPage, title: str) -> TermLine:
    return next(line for group in shown.groups for line in group.lines if line.title == title)


def said(line: TermLine, term: str) -> str:
    return next(f"{item.description} {item.more}".strip() for item in line.items if item.term == term)


def today_lines(cast: Cast, at: datetime) -> list[TodayLine]:
    """What stands on Noor's Vandaag."""
    return [line for group in look(cast.noor, at=at).groups for line in group.lines]


def address(trajectory: Trajectory) -> str:
    return reverse("desk:terms", args=[trajectory.person.ref])


class TestWhereATermStands:
    def test_by_the_day_on_which_it_asks_something(self, inside, now):
        hear(inside.person, at=now, happened_on=TODAY + 2 * DAY)
        shown = page(inside)
        assert group(shown, NOW) == ["Zitting voorbereiden"]
        assert group(shown, WEEK) == [
            "Eerste contact met hem",
            "Detentie melden bij wie hem bijstand betaalt",
            "Detentie melden bij UWV",
        ]
        assert group(shown, AHEAD)[:2] == [
            "Detentie melden bij Toeslagen",
            "Huur opzeggen of laten doorbetalen",
        ]

    @pytest.mark.parametrize(("away", "where"), [(0, NOW), (1, WEEK), (7, WEEK), (8, AHEAD)])
    def test_a_week_has_seven_days(self, inside, away: int, where: str):
        assert "Detentie melden bij Toeslagen" in group(page(inside, IN + timedelta(days=28 - away)), where)

    def test_what_calls_loudly_stands_first_whatever_its_day(self, inside):
        loud = {
            rule.title
            for rule in approach_for(inside.municipality, on=TODAY).deadlines
            if rule.tone is Tone.LOUD
        }
        for number in range(0, 400, 40):
            for one in page(inside, TODAY + number * DAY).groups:
                order = [line.title in loud for line in one.lines]
                assert order == sorted(order, reverse=True)

    def test_the_term_of_another_is_never_his_alarm(self, inside):
        for on in (TODAY, TODAY + 90 * DAY, OUT):
            shown = page(inside, on)
            theirs = group(shown, EXPECTED)
            assert "Gesprek en screening in de inrichting" in theirs
            assert not set(theirs) & {*group(shown, NOW), *group(shown, WEEK), *group(shown, AHEAD)}

    def test_what_is_done_says_when(self, cast: Cast, inside, now):
        people.meet(inside, by=cast.noor, at=now)
        shown = page(inside)
        assert group(shown, DONE) == ["Eerste contact met hem", "Aanmelding wegen"]
        assert line(shown, "Eerste contact met hem").when == "Gedaan op 18 november 2026."

    def test_every_term_stands_there_once(self, inside):
        shown = page(inside)
        reckoned = reckonings([inside], on=TODAY)[inside.pk]
        assert sum(len(group.lines) for group in shown.groups) == len(reckoned.terms)
        assert {item.term for item in shown.silent} == {one.rule.title for one in reckoned.silent}


class TestWhatALineSays:
    def test_that_end_leave_may_bring_it_forward(self, inside):
        told = line(page(inside), "Identiteitsbewijs aanvragen")
        assert told.when == "Uiterlijk 22 maart 2027. Op zijn vroegst al nodig op 8 maart 2027."
        assert line(page(inside), "Eindverlof kan beginnen").when == "Op zijn vroegst op 3 mei 2027."

    def test_whose_act_why_and_on_which_fact_with_how_sure_we_are(self, inside):
        told = line(page(inside), "Identiteitsbewijs aanvragen")
        assert said(told, "Wie") == "De jongere, met u"
        assert said(told, "Waarom").startswith("Zonder identiteitsbewijs krijgt hij geen uitkering")
        assert (
            said(told, "Geteld vanaf")
            == "Vrijlating (verwacht): 17 mei 2027 De regel: 8 weken voor de vrijlating."
        )

    def test_te_verifieren_only_when_nobody_read_the_rule(self, inside):
        shown = page(inside)
        assert [badge.label for badge in line(shown, "Identiteitsbewijs aanvragen").badges] == [
            "Te verifiëren"
        ]
        assert line(shown, "Detentie melden bij Toeslagen").badges == ()

    @pytest.mark.parametrize("how", ["pretrial", "any day"])
    def test_who_can_walk_out_any_day_asks_it_now(self, trajectory, now, how: str):
        hold(trajectory.person, at=now, entered_on=IN)
        if how == "pretrial":
            sentence(trajectory.person, at=now, title=Title.PRETRIAL)
        else:
            release(trajectory.person, at=now, certainty=Certainty.ANY_DAY)
        shown = page(trajectory)
        assert "Vrijlating voorbereiden" in group(shown, NOW)
        told = line(shown, "Vrijlating voorbereiden")
        assert told.when == "Hij kan elke dag vrijkomen: regel dit nu."
        assert said(told, "Geteld vanaf").startswith("Hij kan elke dag vrijkomen De regel")

    def test_today_and_a_day_that_is_over(self, inside):
        last = IN + timedelta(weeks=4)
        assert line(page(inside, last), "Detentie melden bij Toeslagen").when == (
            "Uiterlijk 12 december 2026. Dat is vandaag."
        )
        assert line(page(inside, last + DAY), "Detentie melden bij Toeslagen").when.endswith(
            "Die dag is voorbij."
        )

    def test_once_it_is_over_it_says_no_more_how_early_it_could_be(self, inside):
        told = line(page(inside, OUT - DAY), "Identiteitsbewijs aanvragen")
        assert told.when == "Uiterlijk 22 maart 2027. Die dag is voorbij."

    def test_what_another_should_have_done_one_can_ask_after(self, cast: Cast, inside, now):
        title, last = "Gesprek en screening in de inrichting", date(2026, 11, 27)
        assert line(page(inside, last), title).when == "Uiterlijk 27 november 2026. Dat is vandaag."
        late = page(inside, last + DAY)
        assert line(late, title).when == "Uiterlijk 27 november 2026. Die dag is voorbij. Vraag ernaar."
        assert line(late, "Detentie melden bij UWV").when.endswith("Die dag is voorbij.")  # that is for him
        assert title not in {one.what for one in today_lines(cast, now + 10 * DAY)}
        handle(inside, "screening", by=cast.noor, at=now)
        assert line(page(inside, last + DAY), title).when.endswith("Die dag is voorbij.")

    def test_that_end_leave_could_have_begun_is_not_late(self, inside):
        assert line(page(inside, OUT - DAY), "Eindverlof kan beginnen").when == (
            "Op zijn vroegst op 3 mei 2027."
        )

    def test_what_comes_again(self, inside):
        assert line(page(inside), "MDO in de inrichting over zijn plan").when == (
            "Uiterlijk 26 december 2026. Daarna steeds weer na 6 weken."
        )

    def test_what_it_depends_on_when_that_is_not_known(self, trajectory):
        told = line(page(trajectory), "Gesprek en screening in de inrichting")
        assert told.depends_on == (
            "Hangt ervan af of hij vast zit en of voor hem het jeugdstrafrecht geldt; dat weten we nog niet."
        )
        assert line(page(trajectory), "Eerste contact met hem").depends_on == ""

    def test_to_a_coordinator_it_says_whose_officer(self, inside):
        shown = page(inside, mine=False)
        assert said(line(shown, "Eerste contact met hem"), "Wie") == "Zijn officier"
        assert said(line(shown, "Identiteitsbewijs aanvragen"), "Wie") == "De jongere, met zijn officier"
        assert said(line(shown, "Zoektermijn bijstand bespreken"), "Wie") == "De gemeente"
        spoken = {said(line, "Wie") for group in shown.groups for line in group.lines}
        assert not spoken & {Act.OFFICER.label, "U", "De jongere, met u"}

    def test_why_another_rule_gives_none_each_rule_once(self, inside):
        silent = {item.term: item.description for item in page(inside).silent}
        assert silent["Eindverlof kon beginnen"] == "Deze regel gold tot 15-07-2025."
        assert silent["Meting bij vrijlating"] == "Alleen als hij vrij is. Dat is niet zo."

    def test_a_rule_is_named_once_however_many_facts_it_is_silent_of(self, inside, now):
        text = shipped("sittard-geleen").rstrip().replace("2025-07-01", "2025-08-01", 1) + AFTER_A_HEARING
        load(text, filename="local.yaml", by=TESTER, at=now)
        for days in (2, 9):
            hear(inside.person, at=now, happened_on=TODAY + days * DAY)
        told = [item.description for item in page(inside).silent if item.term == "Nabellen"]
        assert told == ["Alleen als hij vrij is. Dat is niet zo."]


class TestWhenNothingCanBeReckoned:
    def test_it_says_so(self, trajectory):
        shown = page(trajectory, date(2023, 12, 31))
        assert shown.groups == shown.silent == ()
        assert "nog niet geladen" in shown.missing

    def test_on_the_page_too(self, trajectory):
        shown = page(trajectory, date(2023, 12, 31))
        text = render_to_string("desk/terms.html", {"page": shown})
        assert "De termijnen zijn nog niet te tellen" in text
        assert "nog niet geladen" in text


class TestThePage:
    def test_shows_it_all_and_leads_to_the_rule(self, inside, noor: Client):
        text = noor.get(address(inside)).content.decode()
        for words in (
            "Jayden Muller", "Mag u verwachten", "Waarom andere termijnen hier niet gelden", "Te verifiëren",
            "Uiterlijk", "Detentie melden bij Toeslagen", "Vrijlating (verwacht)",
        ):  # fmt: skip
            assert words in text, words
        explained = f"{reverse('office:deadlines')}?gemeente=GM1883"
        assert f'href="{explained}#allowances_entry"' in text
        assert 'id="allowances_entry"' in noor.get(explained).content.decode()

    def test_his_page_leads_there_and_that_of_a_day_in_the_past_does_not(self, trajectory, noor: Client, now):
        his = noor.get(reverse("desk:person", args=[trajectory.person.ref])).content.decode()
        old = reverse("desk:as_known", args=[trajectory.person.ref])
        assert address(trajectory) in his
        assert address(trajectory) not in noor.get(old, {"op": written(day(now))}).content.decode()

    def test_opening_it_is_written_in_the_access_log(self, trajectory, noor: Client):
        noor.get(address(trajectory))
        entry = AccessEntry.objects.get(subject=trajectory.person.ref)
        assert (entry.page, entry.recorded_by_label) == ("desk:terms", "Noor")

    def test_the_coordinator_may_read_it(self, inside, fatima: Client):
        text = fatima.get(address(inside)).content.decode()
        assert "Zijn officier" in text

    @pytest.mark.parametrize("who", ["sem", "bas", "wil", "ada"])
    def test_others_find_nothing(self, cast: Cast, trajectory, who: str):
        answer = sign_in(getattr(cast, who)).get(address(trajectory))
        assert answer.status_code in (403, 404)
        assert "Jayden" not in answer.content.decode()
        assert not AccessEntry.objects.filter(subject=trajectory.person.ref).exists()


AFTER_A_HEARING = """
  deadlines.after_hearing:
    value:
      title: Nabellen
      counted: 1 days after hearing
      act: officer
      tone: quiet
      only: [free]
    text: Vraag hoe het ging.
    source: eigen voorstel
    read_on: 2026-11-20
    verified: false
    reason: Zo doen wij dat.
"""
