"""What was asked for him, on his page: told, decided on, told better, taken back, and as it was known on another day."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from regie.accounts.enums import Role
from regie.accounts.models import RoleGrant
from regie.base.clock import day
from regie.privacy.models import AccessEntry
from regie.trajectories.enums import ApplicationKind as Kind
from regie.trajectories.enums import ApplicationOutcome as Outcome
from regie.trajectories.enums import Threatened
from regie.trajectories.models import Application
from tests.cast import TESTER, Cast
from tests.factories import people

TODAY, JUNE, JULY = date(2026, 11, 18), date(2026, 6, 3), date(2026, 7, 20)
OTHER = {"happened_on": "3-6-2026", "words": "Een urgentieverklaring", "source": "Zijn moeder"}
DEBTS = {"happened_on": "3-6-2026", "threatened": "yes", "source": "Zijn moeder"}
DECIDED = {"outcome": "refused", "decided_on": "20-7-2026"}


@pytest.fixture
def told(cast: Cast, trajectory, now) -> Application:
    """In June social assistance was asked."""
    return people.ask(trajectory, by=cast.noor, at=now, happened_on=JUNE)


def page(client: Client, trajectory, **asked: str) -> str:
    name = "as_known" if asked else "person"
    return client.get(reverse(f"desk:{name}", args=[trajectory.person.ref]), asked).content.decode()


def way(verb: str, *parts: object) -> str:
    return reverse(f"desk:{verb}_application", args=parts)


class TestTelling:
    def test_his_page_leads_to_each_kind(self, trajectory, noor: Client):
        shown = page(noor, trajectory)
        assert "Er is nog niets vastgelegd." in shown
        assert all(way("tell", trajectory.person.ref, kind.value) in shown for kind in Kind)

    @pytest.mark.parametrize(
        ("kind", "sent", "reads"),
        [
            (Kind.SUPPORT, {"happened_on": "3-6-2026"}, "Wmo-ondersteuning"),
            (Kind.OTHER, OTHER, "Een urgentieverklaring"),
            (Kind.DEBT_HELP, DEBTS, "Dreigt zijn woning"),
        ],
    )
    def test_from_the_card_through_the_form_to_the_card(
        self, trajectory, noor: Client, kind: Kind, sent: dict[str, str], reads: str
    ):
        shown = noor.post(way("tell", trajectory.person.ref, kind.value), sent, follow=True).content.decode()
        assert "Aanvraag vastgelegd." in shown
        assert ("ziet u bij Termijnen" in shown) is (kind is not Kind.OTHER)
        assert "Loopt nog" in shown
        assert "Aangevraagd op 3 juni 2026" in shown
        assert reads.casefold() in shown.casefold()
        assert sent.get("source", "") in shown

    @pytest.mark.parametrize(
        ("kind", "asked"),
        [
            (Kind.SOCIAL_ASSISTANCE, ()),
            (Kind.SUPPORT, ("telt de dag van de melding",)),
            (Kind.DEBT_HELP, ("Dreigt hij zijn woning",)),
            (Kind.OTHER, ("Wat is er aangevraagd?",)),
        ],
    )
    def test_each_kind_asks_what_belongs_to_it(
        self, trajectory, noor: Client, kind: Kind, asked: tuple[str, ...]
    ):
        form = noor.get(way("tell", trajectory.person.ref, kind.value)).content.decode()
        of_kinds = ("telt de dag van de melding", "Dreigt hij zijn woning", "Wat is er aangevraagd?")
        assert tuple(words for words in of_kinds if words in form) == asked
        assert "Op welke dag is het besluit verstuurd?" not in form

    @pytest.mark.parametrize(
        ("kind", "sent", "typed", "says"),
        [
            (Kind.OTHER, OTHER, {"happened_on": "31-2-2026"}, "Dit is geen datum."),
            (Kind.OTHER, OTHER, {"happened_on": ""}, "Vul dit in."),
            (Kind.OTHER, OTHER, {"happened_on": "1-1-2090"}, "nog niet geweest"),
            (Kind.OTHER, OTHER, {"happened_on": "1-1-1990"}, "geboortedatum"),
            (Kind.OTHER, OTHER, {"words": ""}, "Vul dit in."),
            (Kind.OTHER, OTHER, {"words": "a" * 101}, "100"),
            (Kind.DEBT_HELP, DEBTS, {"threatened": ""}, "Kies een antwoord."),
            (Kind.DEBT_HELP, DEBTS, {"threatened": "maybe"}, "maybe"),
        ],
    )
    def test_what_cannot_be_is_said_and_what_was_typed_stays(
        self, trajectory, noor: Client, kind: Kind, sent: dict, typed: dict[str, str], says: str
    ):
        form = noor.post(way("tell", trajectory.person.ref, kind.value), sent | typed).content.decode()
        assert says in form
        assert all(value in form for value in (sent | typed).values())
        assert not Application.objects.exists()

    def test_what_stands_there_otherwise_is_not_doubled(self, cast: Cast, trajectory, now, noor: Client):
        people.ask(trajectory, Kind.DEBT_HELP, by=cast.noor, at=now, happened_on=JUNE)
        form = noor.post(way("tell", trajectory.person.ref, "debt_help"), DEBTS).content.decode()
        assert "Deze aanvraag staat er al, maar anders. Verbeter die." in form

    def test_of_a_kind_that_we_have_not_there_is_nothing(self, trajectory, noor: Client):
        assert noor.get(way("tell", trajectory.person.ref, "shoes")).status_code == 404


class TestDeciding:
    def test_from_the_line_through_the_form_to_the_line(self, trajectory, told, noor: Client):
        assert way("decide", told.ref) in page(noor, trajectory)
        assert "Aangevraagd op 3 juni 2026" in noor.get(way("decide", told.ref)).content.decode()
        sent = DECIDED | {"seen": told.pk}
        shown = noor.post(way("decide", told.ref), sent, follow=True).content.decode()
        assert "Besluit vastgelegd. Hij kan bezwaar maken: tot wanneer, ziet u bij Termijnen." in shown
        assert "Geweigerd" in shown
        assert "besluit op 20 juli 2026" in shown
        assert way("decide", told.ref) not in shown

    @pytest.mark.parametrize(
        ("outcome", "words"), [("granted", "besluit op"), ("dropped", "niet doorgezet op")]
    )
    def test_of_what_he_got_or_dropped_nothing_is_said_of_objecting(
        self, told, noor: Client, outcome: str, words: str
    ):
        shown = noor.post(
            way("decide", told.ref), DECIDED | {"outcome": outcome}, follow=True
        ).content.decode()
        assert "Besluit vastgelegd." in shown
        assert "Hij kan bezwaar maken" not in shown
        assert f"{words} 20 juli 2026" in shown

    def test_what_was_granted_can_only_be_stopped(self, cast: Cast, trajectory, told, now, noor: Client):
        told.decide(outcome=Outcome.GRANTED, decided_on=JULY, by=cast.noor.acting(now), at=now)
        assert way("decide", told.ref) in page(noor, trajectory)
        form = noor.get(way("decide", told.ref)).content.decode()
        assert 'value="stopped"' in form
        assert 'value="refused"' not in form

    @pytest.mark.parametrize(
        ("typed", "says"),
        [
            ({"outcome": ""}, "Kies een antwoord."),
            ({"decided_on": ""}, "Vul dit in."),
            ({"decided_on": "gisteren"}, "Dit is geen datum."),
            ({"decided_on": "1-1-2090"}, "nog niet geweest"),
            ({"decided_on": "2-6-2026"}, "voor de dag van de aanvraag"),
        ],
    )
    def test_what_cannot_be_is_said_and_what_was_typed_stays(
        self, told, noor: Client, typed: dict[str, str], says: str
    ):
        form = noor.post(way("decide", told.ref), DECIDED | typed).content.decode()
        assert says in form
        assert all(value in form for value in (DECIDED | typed).values())
        assert Application.objects.get() == told

    def test_who_comes_too_late_is_told_so(self, cast: Cast, told, now, noor: Client):
        told.decide(outcome=Outcome.REFUSED, decided_on=JULY, by=cast.noor.acting(now), at=now)
        sent = DECIDED | {"outcome": "granted"}
        form = noor.post(way("decide", told.ref), sent).content.decode()
        assert "Over deze aanvraag is al besloten." in form
        stale = noor.post(way("decide", told.ref), sent | {"seen": told.pk}).content.decode()
        assert "intussen al verbeterd" in stale


class TestTellingBetter:
    def test_it_begins_with_what_stands_there(self, cast: Cast, trajectory, now, noor: Client):
        told = people.ask(
            trajectory, Kind.DEBT_HELP, by=cast.noor, at=now, happened_on=JUNE, threatened=Threatened.NO
        )
        form = noor.get(way("correct", told.ref)).content.decode()
        assert "03-06-2026" in form
        assert re.search(r'value="no"[^>]*checked', form)
        sent = DEBTS | {"outcome": "partly", "decided_on": "20-7-2026"}
        shown = noor.post(way("correct", told.ref), sent, follow=True).content.decode()
        assert "Aanvraag verbeterd." in shown
        assert "Deels toegekend" in shown
        assert Application.objects.current().get().threatened == "yes"

    @pytest.mark.parametrize(
        ("typed", "says"),
        [
            ({"outcome": "waiting"}, "Loopt de aanvraag nog? Laat de dag van het besluit dan leeg."),
            ({"decided_on": ""}, "Vul de dag van het besluit in."),
            ({"happened_on": "21-7-2026"}, "voor de dag van de aanvraag"),
        ],
    )
    def test_what_cannot_be_is_said(self, told, noor: Client, typed: dict[str, str], says: str):
        sent = {"happened_on": "3-6-2026"} | DECIDED | typed
        assert says in noor.post(way("correct", told.ref), sent).content.decode()
        assert Application.objects.get() == told


class TestTakingBack:
    def test_it_asks_first(self, trajectory, told, noor: Client):
        assert "Aangevraagd op 3 juni 2026" in noor.get(way("withdraw", told.ref)).content.decode()
        assert Application.objects.current().exists()
        shown = noor.post(way("withdraw", told.ref), follow=True).content.decode()
        assert "Aanvraag ingetrokken." in shown
        assert "Aangevraagd op" not in shown
        assert "Er is nog niets vastgelegd." in shown


class TestWhoReadsIt:
    def test_the_coordinator_reads_it_and_changes_nothing(self, trajectory, told, fatima: Client):
        shown = page(fatima, trajectory)
        assert "Aangevraagd op 3 juni 2026" in shown
        assert str(told.ref) not in shown
        assert "Aanvraag vastleggen" not in shown

    @pytest.mark.parametrize("verb", ["decide", "correct", "withdraw"])
    def test_who_does_not_guide_him_does_not_come_in(self, told, verb: str, sem: Client, fatima: Client):
        assert sem.get(way(verb, told.ref)).status_code == 404
        assert fatima.get(way(verb, told.ref)).status_code == 403

    @pytest.mark.parametrize("verb", ["decide", "correct", "withdraw"])
    def test_nor_who_sees_him_and_guides_others(self, cast: Cast, told, verb: str, now, fatima: Client):
        since = day(now) - timedelta(days=9)
        RoleGrant.grant(
            user=cast.fatima, role=Role.OFFICER, municipality=cast.here, since=since, by=TESTER, at=now
        )
        assert fatima.get(way(verb, told.ref)).status_code == 403

    def test_opening_its_forms_is_written_in_the_access_log(self, trajectory, told, noor: Client):
        noor.get(way("tell", trajectory.person.ref, "support"))
        for verb in ("decide", "correct", "withdraw"):
            noor.get(way(verb, told.ref))
        pages = AccessEntry.objects.filter(subject=trajectory.person.ref).order_by("pk")
        opened = [entry.page.removeprefix("desk:").removesuffix("_application") for entry in pages]
        assert opened == ["tell", "decide", "correct", "withdraw"]

    def test_as_it_was_known_nothing_leads_further(self, cast: Cast, trajectory, told, now, noor: Client):
        later = now + timedelta(days=1)
        told.decide(outcome=Outcome.REFUSED, decided_on=JULY, by=cast.noor.acting(later), at=later)
        assert "Geweigerd" in page(noor, trajectory)
        then = page(noor, trajectory, op=f"{TODAY}")
        assert "Loopt nog" in then
        assert "Geweigerd" not in then
        assert str(told.ref) not in then
        assert "Aanvraag vastleggen" not in then
