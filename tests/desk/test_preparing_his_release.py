"""Noor prepares a release: how long it takes, what makes the day awkward, what is open, and that it came nearer."""

import html
import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from regie.approach.actions import load
from regie.approach.queries import approach_for
from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.clocks.enums import Hitch
from regie.clocks.queries import ReleaseWeek
from regie.clocks.rules import hitches
from regie.desk.pages.release_words import awkward, certainty, countdown, late, moved, named
from regie.detention.enums import Certainty, ReleaseKind, Title
from regie.detention.queries import Release, history
from regie.detention.rules import Moved
from regie.persons.rules import Identity
from regie.privacy.models import AccessEntry
from regie.trajectories.enums import ArrangementState as State
from regie.trajectories.enums import CircumstanceValue
from regie.trajectories.models import Arrangement
from regie.ui.words import on_weekday, written
from tests.cast import TESTER, Cast, sign_in
from tests.clocks.test_supplying_what_was_arranged import ALL, PACK
from tests.factories import people
from tests.factories.approaches import shipped
from tests.factories.detention import hold, release, sentence

TODAY = reverse("desk:today")
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
FRIDAY, MONDAY = date(2026, 7, 10), date(2026, 7, 20)


@pytest.fixture
def now():
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def jayden(trajectory, now):
    """He sits out a sentence since four weeks."""
    hold(trajectory.person, at=now, entered_on=day(now) - 4 * WEEK)
    sentence(trajectory.person, at=now, months=18)
    return trajectory


def read(client: Client, url: str) -> str:
    said = re.sub(r"<[^>]+>", " ", client.get(url).content.decode())
    return html.unescape(re.sub(r"\s+", " ", said))


def page_of(trajectory) -> str:
    return reverse("desk:release_week", args=[trajectory.person.ref])


def form_of(trajectory, item: str = "identity") -> str:
    return reverse("desk:arrange", args=[trajectory.person.ref, "release", item])


def sent(state: str = "arranged", **told: str) -> dict[str, str]:
    return {"state": state, "owner": "municipality", "owner_name": "", "due_on": "", "words": ""} | told


def nearer(trajectory, now, *, soon: timedelta = 4 * DAY, was: timedelta = 14 * DAY) -> None:
    """First he was to come out later."""
    release(trajectory.person, at=now, expected_on=day(now) + was)
    release(trajectory.person, at=now, expected_on=day(now) + soon)


def arrange_all(trajectory, cast: Cast, now, items=ALL) -> None:
    for item in items:
        people.arrange(trajectory, item, State.ARRANGED, by=cast.noor, at=now)


class TestTheWordsOfTheDay:
    @pytest.mark.parametrize(
        ("day", "on", "words"),
        [
            (FRIDAY, date(2026, 7, 6), "Nog 4 dagen: vrijdag 10 juli 2026."),
            (FRIDAY, date(2026, 7, 9), "Morgen: vrijdag 10 juli 2026."),
            (FRIDAY, FRIDAY, "Vandaag: vrijdag 10 juli 2026."),
            (FRIDAY, date(2026, 7, 11), "Hij had op vrijdag 10 juli 2026 vrij moeten zijn."),
            (None, FRIDAY, "Er is nog geen datum van vrijlating bekend."),
        ],
    )
    def test_how_long_it_takes(self, day: date | None, on: date, words: str):
        assert countdown(week(day, on=on)) == words

    def test_how_sure_it_is_and_from_when(self):
        assert certainty(week(FRIDAY)) == "De datum wordt verwacht, maar staat niet vast."
        assert certainty(week(FRIDAY, earliest=date(2026, 7, 8))).endswith("Op zijn vroegst op 8 juli 2026.")
        assert certainty(week(FRIDAY, earliest=date(2026, 7, 1))).endswith("Het kan nu al.")
        assert "Vraag naar de nieuwe datum." in certainty(week(FRIDAY, on=MONDAY))
        assert certainty(week(None)) == ""

    @pytest.mark.parametrize(
        ("day", "found", "words"),
        [
            (date(2026, 7, 9), (), ""),
            (FRIDAY, (Hitch.FRIDAY,), "Het is vrijdag. Wat die dag niet lukt, blijft liggen. Daarna is maandag 13 juli 2026 de eerste werkdag."),
            (date(2026, 7, 11), (Hitch.WEEKEND,), "Het is weekend. De meeste loketten zijn die dag dicht."),
            (date(2026, 4, 27), (Hitch.HOLIDAY,), "Het is een feestdag. De meeste loketten"),
            (date(2026, 5, 13), (Hitch.EVE,), "De dag erna is een feestdag. Wat die dag niet lukt, blijft liggen. Daarna is vrijdag 15 mei"),
            (date(2027, 5, 4), (Hitch.EVE,), "De dag erna is een feestdag."),
            (date(2026, 12, 25), (Hitch.HOLIDAY, Hitch.FRIDAY, Hitch.EVE), "Het is een feestdag, het is vrijdag en de dag erna is een feestdag. De meeste"),
        ],
    )  # fmt: skip
    def test_what_makes_it_awkward(self, day: date, found: tuple[Hitch, ...], words: str):
        assert hitches(day) == found
        assert awkward(week(day, on=day)).startswith(words)
        assert awkward(week(day, on=day + DAY)) == ""

    def test_how_it_came_nearer(self):
        title, text = moved(Moved(MONDAY, FRIDAY), 3)
        assert title == "De vrijlating kwam 10 dagen naar voren"
        assert (
            text == "Het was maandag 20 juli 2026. Nu is het vrijdag 10 juli 2026. Nog 3 dingen te regelen."
        )
        assert moved(Moved(MONDAY, None), 1)[1].endswith("Nu is het elke dag. Nog 1 ding te regelen.")

    def test_what_is_open_by_name_when_it_is_not_much(self, cast: Cast, jayden):
        items = approach_items(cast)
        assert named(items[:2]).startswith("Open: Identiteitsbewijs bij zijn spullen en Sleutels of een bed")
        assert named(items).endswith("en nog 5.")
        assert named([]) == ""

    def test_a_day_by_which_it_is_too_late(self):
        assert late(FRIDAY, MONDAY, on=MONDAY) == "die dag is voorbij"
        assert late(MONDAY, FRIDAY, on=FRIDAY) == "dat is na zijn vrijlating"
        assert late(FRIDAY, MONDAY, on=FRIDAY) == late(FRIDAY, None, on=FRIDAY) == ""


class TestThePage:
    def test_says_when_what_and_who(self, cast: Cast, jayden, now, noor: Client):
        release(jayden.person, at=now, expected_on=day(now) + 4 * DAY)
        people.situate(jayden, CircumstanceValue.VALID_ID, by=cast.noor, at=now, valid_until=day(now) + WEEK)
        due = {"due_on": day(now) + 2 * DAY, "owner": "municipality", "words": "Pas ligt bij de receptie."}
        people.arrange(jayden, by=cast.noor, at=now, **due)
        people.arrange(jayden, "picked_up", State.UNKNOWN, by=cast.noor, at=now)
        people.arrange(jayden, "phone", State.ARRANGED, by=cast.noor, at=now)
        page = read(noor, page_of(jayden))
        assert f"Nog 4 dagen: {on_weekday(day(now) + 4 * DAY)}." in page
        assert f"De gemeente. Vóór {written(day(now) + 2 * DAY)}. Pas ligt bij de receptie." in page
        assert f"Bij Situatie: identiteitsbewijs: geldig. Sinds {written(day(now))} · geldig tot" in page
        assert "Nog niet nagegaan" in page
        assert page.index("Wie hem ophaalt") < page.index("Telefoon Geregeld")
        assert "Het minimum" not in page
        assert AccessEntry.objects.filter(page="desk:release_week").count() == 1

    @pytest.mark.parametrize(
        ("title", "why"), [(Title.PRETRIAL, "Hij kan elke dag vrijkomen."), (None, "Er is nog geen datum")]
    )
    def test_without_a_day_the_minimum_first(
        self, trajectory, now, noor: Client, title: Title | None, why: str
    ):
        hold(trajectory.person, at=now, entered_on=day(now) - WEEK)
        if title:
            sentence(trajectory.person, at=now, title=title)
        page = read(noor, page_of(trajectory))
        assert why in page
        assert (
            page.index("Het minimum")
            < page.index("Wie hem ophaalt")
            < page.index("Ook op de lijst")
            < page.index("Identiteitsbewijs bij zijn spullen")
        )

    def test_of_who_is_free_it_leads_to_his_page_and_loses_nothing(
        self, cast: Cast, jayden, now, noor: Client
    ):
        people.arrange(jayden, "insurance", by=cast.noor, at=now)
        people.arrange(jayden, "phone", State.ARRANGED, by=cast.noor, at=now)
        history(jayden.person).stays[0].leave(on=day(now), by=TESTER, at=now)
        page = read(noor, page_of(jayden))
        assert "Hij is niet (meer) in een inrichting." in page
        assert "Dit stond nog open" in page
        assert "Zorgverzekering" in page
        assert "Telefoon" not in page
        assert noor.post(form_of(jayden, "insurance"), sent()).status_code == 302
        assert "Dit stond nog open" not in read(noor, page_of(jayden))
        assert "Naar de lijst" not in read(noor, reverse("desk:person", args=[jayden.person.ref]))

    def test_what_left_the_list_is_still_shown(self, cast: Cast, jayden, now, noor: Client):
        people.arrange(jayden, "phone", State.ARRANGED, by=cast.noor, at=now, words="Van zijn broer.")
        without(cast, "phone", now)
        page = read(noor, page_of(jayden))
        assert "Staat niet meer op de lijst" in page
        assert "Van zijn broer." in page

    def test_a_coordinator_reads_and_changes_nothing(self, cast: Cast, jayden, now):
        people.arrange(jayden, by=cast.noor, at=now)
        fatima = sign_in(cast.fatima)
        page = read(fatima, page_of(jayden))
        assert "Nog niet geregeld" in page
        assert "Bijwerken" not in page
        assert "Intrekken" not in page
        assert fatima.post(form_of(jayden), sent()).status_code == 403
        assert Arrangement.objects.count() == 1

    def test_nobody_else_finds_it(self, cast: Cast, jayden, now):
        told = people.arrange(jayden, by=cast.noor, at=now)
        back = reverse("desk:withdraw_arrangement", args=[told.ref])
        for other in (cast.sem, cast.bas):
            client = sign_in(other)
            assert client.get(page_of(jayden)).status_code == 404
            assert client.post(form_of(jayden), sent()).status_code == 404
            assert client.post(back, {}).status_code == 404
        assert Arrangement.objects.count() == 1


class TestTellingHowItStands:
    def test_state_first_and_back_to_the_list(self, jayden, now, noor: Client):
        assert "Zonder kan hij niets aanvragen." in read(noor, form_of(jayden))
        typed = sent(
            "open", owner="family", owner_name="Oma", due_on=f"{day(now) + DAY:%d-%m-%Y}", words="Belt."
        )
        answer = noor.post(form_of(jayden), typed)
        assert answer.url == page_of(jayden)
        told = Arrangement.objects.get()
        assert (told.state, told.owner, told.owner_name, told.words) == ("open", "family", "Oma", "Belt.")
        assert (told.happened_on, told.due_on) == (day(now), day(now) + DAY)
        again = noor.get(form_of(jayden)).content.decode()
        assert 'value="Oma"' in again
        assert re.search(r'value="open"[^>]*checked', again)

    def test_what_cannot_be_stands_beside_its_field_and_what_was_typed_stays(self, jayden, now, noor: Client):
        typed = sent("open", owner_name="Anneke", due_on=f"{day(now) - DAY:%d-%m-%Y}")
        said = noor.post(form_of(jayden), typed).content.decode()
        assert "Deze dag is al geweest." in said
        assert 'value="Anneke"' in said
        assert "Kies een antwoord." in noor.post(form_of(jayden), sent("")).content.decode()
        noor.post(form_of(jayden), sent(words="x" * 201))
        assert not Arrangement.objects.exists()

    def test_with_nothing_but_how_it_stands(self, jayden, noor: Client):
        noor.post(form_of(jayden), {"state": "not_needed", "owner": "unknown"})
        assert Arrangement.objects.get().state == "not_needed"

    def test_after_his_release_is_allowed_and_said(self, jayden, now, noor: Client):
        release(jayden.person, at=now, expected_on=day(now) + 4 * DAY)
        noor.post(form_of(jayden), sent("open", due_on=f"{day(now) + 9 * DAY:%d-%m-%Y}"))
        assert "(dat is na zijn vrijlating)" in read(noor, page_of(jayden))

    @pytest.mark.parametrize("item", ["nothing", "rent"])
    def test_what_is_not_on_the_list_is_not_there(self, jayden, noor: Client, item: str):
        assert noor.get(form_of(jayden, item)).status_code == 404
        kept = noor.post(form_of(jayden, item), sent(words="Getypt.")).content.decode()
        assert "staat niet meer op de lijst" in kept
        assert 'value="Getypt."' in kept
        wrong = form_of(jayden).replace("/release/", "/shopping/")
        assert noor.get(wrong).status_code == 404

    def test_taken_back_the_one_before_holds(self, cast: Cast, jayden, now, noor: Client):
        people.arrange(jayden, by=cast.noor, at=now, words="Eerst.")
        wrong = people.arrange(jayden, state=State.ARRANGED, by=cast.noor, at=now, words="Van een ander.")
        url = reverse("desk:withdraw_arrangement", args=[wrong.ref])
        assert "Van een ander." in read(noor, url)
        assert noor.post(url, {}).url == page_of(jayden)
        page = read(noor, page_of(jayden))
        assert "Eerst." in page
        assert "Van een ander." not in page


class TestTheLoudestSignal:
    def test_stands_on_top_of_three_pages_until_all_is_arranged(self, cast: Cast, jayden, now, noor: Client):
        nearer(jayden, now)
        his = reverse("desk:person", args=[jayden.person.ref])
        title = "vrijlating kwam 10 dagen naar voren"
        for url in (TODAY, his, page_of(jayden)):
            page = read(noor, url)
            assert title in page
            assert (
                f"Het was {on_weekday(day(now) + 14 * DAY)}. Nu is het {on_weekday(day(now) + 4 * DAY)}. Nog 9 dingen te regelen."
                in page
            )
        assert "Jayden Muller: de vrijlating kwam" in read(noor, TODAY)
        arrange_all(jayden, cast, now, ALL[:-1])
        assert "Nog 1 ding te regelen." in read(noor, TODAY)
        arrange_all(jayden, cast, now)
        for url in (TODAY, his, page_of(jayden)):
            assert title not in read(noor, url)

    def test_is_gone_when_he_is_free_or_the_date_was_a_mistake(self, jayden, now, noor: Client):
        nearer(jayden, now)
        wrong = history(jayden.person).releases[1]
        wrong.withdraw(by=TESTER, at=now)
        assert "naar voren" not in read(noor, TODAY)
        nearer(jayden, now, was=13 * DAY)
        assert "naar voren" in read(noor, TODAY)
        history(jayden.person).stays[0].leave(on=day(now), by=TESTER, at=now)
        assert "naar voren" not in read(noor, TODAY)

    def test_later_than_it_was_is_no_signal(self, jayden, now, noor: Client):
        nearer(jayden, now, soon=14 * DAY, was=4 * DAY)
        assert "naar voren" not in read(noor, TODAY)


class TestVandaag:
    def test_who_comes_out_within_a_week_stands_on_top(self, cast: Cast, jayden, now, noor: Client):
        release(jayden.person, at=now, expected_on=day(now) + WEEK)
        page = read(noor, TODAY)
        assert re.search(
            r"Komt vrij \(1\) Nog 9 dingen te regelen Jayden Muller .*Nog 7 dagen: .*Naar de lijst", page
        )
        assert page.index("Komt vrij") < page.index("Vrijlating voorbereiden")
        arrange_all(jayden, cast, now)
        page = read(noor, TODAY)
        assert "Komt vrij (1) Alles is geregeld" in page
        assert "Vrijlating voorbereiden" not in page

    def test_further_away_he_does_not_stand_there(self, jayden, now, noor: Client):
        release(jayden.person, at=now, expected_on=day(now) + WEEK + DAY)
        assert "Komt vrij" not in read(noor, TODAY)

    def test_who_should_have_been_free_stands_there(self, jayden, now, noor: Client):
        release(jayden.person, at=now, expected_on=day(now) - DAY)
        assert f"Hij had op {on_weekday(day(now) - DAY)} vrij moeten zijn." in read(noor, TODAY)

    def test_who_can_walk_out_any_day_until_the_minimum_is_ready(
        self, cast: Cast, trajectory, now, noor: Client
    ):
        hold(trajectory.person, at=now, entered_on=day(now) - WEEK)
        sentence(trajectory.person, at=now, title=Title.PRETRIAL)
        page = read(noor, TODAY)
        assert "Komt vrij (1) Nog 5 dingen te regelen" in page
        assert "Het minimum klaarleggen" in page
        arrange_all(trajectory, cast, now, PACK)
        page = read(noor, TODAY)
        assert "Komt vrij" not in page
        assert "Het minimum klaarleggen" not in page

    def test_what_is_due_leads_to_the_list(self, cast: Cast, jayden, now, noor: Client):
        people.arrange(jayden, by=cast.noor, at=now, due_on=day(now) + DAY)
        page = noor.get(TODAY).content.decode()
        assert "Identiteitsbewijs bij zijn spullen" in page
        assert f'href="{page_of(jayden)}"' in page

    def test_as_many_queries_for_two_as_for_four_and_no_more_than_twelve_lines(
        self, cast: Cast, jayden, now, noor: Client
    ):
        release(jayden.person, at=now, expected_on=day(now) + WEEK)
        for number in range(13):
            other = people.guide(
                cast, at=now, who=Identity(f"J{number}", "Aalders", date(2005, 1, number + 1))
            )
            hold(other.person, at=now, entered_on=day(now) - WEEK)
            release(other.person, at=now, expected_on=day(now) + 2 * DAY)
        page = noor.get(TODAY).context["page"]
        assert (page.coming_out.count, len(page.coming_out.lines)) == (14, 12)
        assert page.coming_out.more == "En nog 2 anderen."
        assert all("Aalders" in line.who for line in page.coming_out.lines)  # the soonest first

    def test_of_who_is_not_hers_she_reads_nothing(self, cast: Cast, jayden, now):
        nearer(jayden, now)
        assert "naar voren" not in read(sign_in(cast.sem), TODAY)
        assert "Komt vrij" not in read(sign_in(cast.sem), TODAY)
        assert "naar voren" in read(sign_in(cast.fatima), TODAY)


def week(expected: date | None, *, on: date = date(2026, 7, 6), earliest: date | None = None) -> ReleaseWeek:
    """A release as the words are asked of it."""
    told = Release(None, expected, ReleaseKind.UNKNOWN, Certainty.EXPECTED, on) if expected else None
    return ReleaseWeek(on, told, False, earliest, None, (), {})


def approach_items(cast: Cast):
    return approach_for(cast.here, on=date(2026, 7, 6)).release_items


def without(cast: Cast, code: str, now) -> None:
    """The list of today has this thing no more."""
    text = shipped("national")
    start = text.index(f"      {code}:\n        title: Telefoon")
    end = text.index("      insurance:", start)
    changed = (text[:start] + text[end:]).replace("2024-01-01", f"{day(now):%Y-%m-%d}", 1)
    load(changed, filename="national.yaml", by=TESTER, at=now)
