"""The officer tells what is around him; tells it better, or takes it back."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from regie.base.clock import day
from regie.base.clock import now as clock_now
from regie.base.errors import NotAllowed
from regie.detention.enums import HearingKind, OpenSanctionKind, SafetyGround, SpecialConditionKind
from regie.detention.models import Hearing, OpenSanction, SafetyNote, SpecialCondition, Supervision
from regie.detention.models.hearing import HearingAccount
from regie.detention.models.open_sanction import OpenSanctionAccount
from regie.detention.models.safety_note import SafetyNoteAccount
from regie.detention.models.special_condition import SpecialConditionAccount
from regie.detention.models.supervision import SupervisionAccount
from regie.privacy.models import AccessEntry, JournalEntry
from regie.trajectories.actions import correct_detention, tell_detention, withdraw_detention
from regie.trajectories.models import Trajectory
from tests.cast import Cast, sign_in
from tests.factories import people
from tests.factories.people import Identity

TODAY, SOON = date(2026, 11, 18), date(2026, 12, 1)
ACCOUNTS = {
    "hearing": HearingAccount(SOON, HearingKind.TRIAL, court="Rechtbank Limburg"),
    "supervision": SupervisionAccount("Reclassering Nederland", since=TODAY),
    "special_condition": SpecialConditionAccount(
        SpecialConditionKind.AREA_BAN, "Niet in Heerlen.", until=SOON
    ),
    "open_sanction": OpenSanctionAccount(OpenSanctionKind.COMMUNITY_SERVICE, 60),
    "safety_note": SafetyNoteAccount("Kom met zijn tweeën.", SafetyGround.WARNING, SOON),
}
TYPED: dict[str, dict[str, str]] = {
    "hearing": {
        "happened_on": "1-12-2030",
        "time_of_day": "9.30 uur",
        "kind": "trial",
        "court": "Rechtbank Limburg",
        "outcome": "unknown",
    },
    "supervision": {"by_whom": "Leger des Heils, Heerlen", "since": "3-5-2026", "until": "", "ended_on": ""},
    "special_condition": {
        "kind": "contact_ban",
        "words": "Geen contact met Kai.",
        "since": "",
        "until": "1-12-2030",
        "ended_on": "",
    },
    "open_sanction": {
        "kind": "fine",
        "amount": "1250",
        "words": "In termijnen.",
        "as_of": "3-5-2026",
        "ended_on": "",
        "source": "CJIB",
    },
    "safety_note": {
        "words": "Kom met zijn tweeën.",
        "ground": "violence",
        "until": f"{day(clock_now()) + timedelta(days=30):%d-%m-%Y}",
        "ended_on": "",
        "source": "Politie",
    },
}
SAYS = {
    "hearing": "Zondag 1 december 2030, 9.30 uur",
    "supervision": "Door Leger des Heils, Heerlen",
    "special_condition": "Geen contact met Kai.",
    "open_sanction": "€ 1.250. In termijnen.",
    "safety_note": "Kom met zijn tweeën.",
}
EACH = pytest.mark.parametrize("name", ACCOUNTS)


def tell(trajectory: Trajectory, name: str, by, now: datetime) -> Any:
    return tell_detention(
        trajectory=trajectory, account=ACCOUNTS[name], source="Advocaat", by=by.acting(now), at=now
    )


def url(name: str, trajectory: Trajectory, *refs: Any) -> str:
    return reverse(f"desk:{name}", args=[trajectory.person.ref, *refs])


def read(client: Client, name: str, trajectory: Trajectory) -> str:
    return client.get(url(name, trajectory)).content.decode()


class TestItWorks:
    @EACH
    def test_it_is_a_fact_about_him_and_twice_is_once(self, cast: Cast, trajectory, now, name: str):
        told = tell(trajectory, name, cast.noor, now)
        assert (told.person, told.source, told.recorded_by_label) == (trajectory.person, "Advocaat", "Noor")
        assert tell(trajectory, name, cast.noor, now) == told


class TestItIsRefusedForTheWrongPerson:
    @pytest.mark.parametrize("who", ["sem", "fatima", "wil", "ada", "bas"])
    @EACH
    def test_only_the_officer_who_guides_him(self, cast: Cast, trajectory, now, who: str, name: str):
        with pytest.raises(NotAllowed):
            tell(trajectory, name, getattr(cast, who), now)

    @EACH
    def test_nor_does_anyone_else_tell_it_better_or_take_it_back(
        self, cast: Cast, trajectory, now, name: str
    ):
        told, his = tell(trajectory, name, cast.noor, now), cast.sem.acting(now)
        with pytest.raises(NotAllowed):
            correct_detention(trajectory=trajectory, told=told, account=told.account, by=his, at=now)
        with pytest.raises(NotAllowed):
            withdraw_detention(trajectory=trajectory, told=told, by=his, at=now)

    @EACH
    def test_not_of_another_young_person(self, cast: Cast, trajectory, now, name: str):
        other = people.guide(cast, at=now, who=Identity("Kai", "Alders", date(2004, 5, 3)))
        told, hers = tell(trajectory, name, cast.noor, now), cast.noor.acting(now)
        with pytest.raises(NotAllowed, match="een andere jongere"):
            correct_detention(trajectory=other, told=told, account=told.account, by=hers, at=now)
        with pytest.raises(NotAllowed, match="een andere jongere"):
            withdraw_detention(trajectory=other, told=told, by=hers, at=now)


class TestItLeavesARecord:
    @EACH
    def test_a_journal_entry_for_telling_and_for_taking_back(self, cast: Cast, trajectory, now, name: str):
        told = tell(trajectory, name, cast.noor, now)
        withdraw_detention(trajectory=trajectory, told=told, by=cast.noor.acting(now), at=now)
        entries = JournalEntry.objects.filter(verb=told.verb, subject=trajectory.person.ref)
        assert [entry.fields[-1] for entry in entries.order_by("pk")][1:] == ["withdrawn"]
        known = {field.name for field in type(told)._meta.fields}
        assert all(set(entry.fields) <= known for entry in entries)


class TestThePageShowsIt:
    @EACH
    def test_from_the_form_to_his_page_and_the_page_of_all(self, trajectory, noor: Client, name: str):
        sent = noor.post(url(f"tell_{name}", trajectory), TYPED[name], follow=True).content.decode()
        assert "vastgelegd." in sent
        assert SAYS[name] in sent
        assert SAYS[name] in read(noor, "conditions", trajectory)

    @EACH
    def test_telling_it_better_begins_with_what_stands_there(
        self, cast: Cast, trajectory, now, noor: Client, name: str
    ):
        told = tell(trajectory, name, cast.noor, now)
        way = url(f"correct_{name}", trajectory, told.ref)
        form = noor.get(way).context["form"]
        typed = {field: form[field].value() or "" for field in form.fields}
        assert noor.post(way, typed).status_code == 302
        assert type(told).objects.get() == told  # nothing was told otherwise

    @EACH
    def test_taking_it_back_asks_first(self, cast: Cast, trajectory, now, noor: Client, name: str):
        told = tell(trajectory, name, cast.noor, now)
        way = url(f"withdraw_{name}", trajectory, told.ref)
        assert "intrekken" in noor.get(way).content.decode()
        assert "ingetrokken." in noor.post(way, follow=True).content.decode()
        assert not type(told).objects.current().exists()

    @EACH
    def test_the_coordinator_reads_it_and_changes_nothing(
        self, cast: Cast, trajectory, now, fatima: Client, name: str
    ):
        told = tell(trajectory, name, cast.noor, now)
        for page in ("person", "conditions"):
            assert "Verbeteren" not in read(fatima, page, trajectory)
            assert "vastleggen" not in read(fatima, page, trajectory)
            assert str(told.ref) not in read(fatima, page, trajectory)

    @pytest.mark.parametrize("who", ["sem", "bas", "wil", "ada"])
    def test_for_who_may_not_see_him_there_is_nothing(self, cast: Cast, trajectory, who: str):
        answer = sign_in(getattr(cast, who)).get(url("conditions", trajectory))
        assert answer.status_code in (403, 404)

    def test_reading_it_is_written_in_the_access_log(self, trajectory, noor: Client):
        noor.get(url("conditions", trajectory))
        page = AccessEntry.objects.get(subject=trajectory.person.ref).page
        assert "conditions" in page

    def test_that_nothing_is_known_is_said(self, trajectory, noor: Client):
        assert "Nog niets vastgelegd" in read(noor, "conditions", trajectory)

    @pytest.mark.parametrize(
        ("name", "typed", "says"),
        [
            ("hearing", {"happened_on": "31-2-2027"}, "Dit is geen datum."),
            ("hearing", {"happened_on": ""}, "Vul dit in."),
            ("hearing", {"time_of_day": "half tien"}, "kan op twee tijden zijn"),
            ("hearing", {"time_of_day": "25.00"}, "Dit is geen tijd."),
            ("hearing", {"outcome": "acquitted"}, "Deze zitting is nog niet geweest."),
            ("hearing", {"postponed_to": "2-12-2030"}, "Is de zitting aangehouden?"),
            ("hearing", {"happened_on": "1-12-2090"}, "Klopt het jaar?"),
            ("supervision", {"since": "1-12-2090"}, "Klopt het jaar?"),
            ("supervision", {"until": "1-12-2090"}, "Klopt het jaar?"),
            ("supervision", {"until": "2-5-2026"}, "Deze dag ligt voor het begin."),
            ("supervision", {"ended_on": "2-5-2026"}, "Deze dag ligt voor het begin."),
            ("supervision", {"ended_on": "1-12-2090"}, "Deze dag is nog niet geweest."),
            ("special_condition", {"kind": "other", "words": ""}, "Schrijf op wat de voorwaarde is."),
            ("special_condition", {"kind": ""}, "Kies een antwoord."),
            ("open_sanction", {"kind": ""}, "Kies een antwoord."),
            ("open_sanction", {"amount": "veel"}, "Dit is geen heel getal."),
            ("open_sanction", {"amount": "0"}, "Vul een getal in van 1 of meer."),
            ("open_sanction", {"amount": "99999999"}, "Klopt dit getal?"),
            ("open_sanction", {"kind": "other"}, "Schrijf bij een andere straf in woorden op"),
            (
                "open_sanction",
                {"kind": "other", "amount": "", "words": ""},
                "Schrijf op wat er nog openstaat.",
            ),
            ("open_sanction", {"as_of": "1-12-2090"}, "Deze dag is nog niet geweest."),
            ("open_sanction", {"ended_on": "2-5-2026"}, "Op deze dag stond de straf nog open."),
            ("safety_note", {"words": ""}, "Vul dit in."),
            ("safety_note", {"ground": ""}, "Kies een antwoord."),
            ("safety_note", {"source": ""}, "Vul dit in."),
            ("safety_note", {"until": ""}, "Vul dit in."),
            ("safety_note", {"until": "1-12-2025"}, "Deze dag is al geweest."),
            ("safety_note", {"until": "1-12-2090"}, "hoogstens een jaar"),
        ],
    )
    def test_what_cannot_be_is_said_and_what_was_typed_stays(
        self, trajectory, noor: Client, name: str, typed: dict[str, str], says: str
    ):
        page = noor.post(url(f"tell_{name}", trajectory), TYPED[name] | typed).content.decode()
        assert says in page
        for value in (TYPED[name] | typed).values():
            assert not value or f'"{value}"' in page or value in page
        assert not any(
            model.objects.exists()
            for model in (Hearing, Supervision, SpecialCondition, OpenSanction, SafetyNote)
        )

    def test_a_hearing_on_a_sunday_is_written_down_and_said(self, trajectory, noor: Client):
        sent = noor.post(url("tell_hearing", trajectory), TYPED["hearing"], follow=True).content.decode()
        assert "Zitting vastgelegd. Let op: 01-12-2030 is een zondag." in sent

    @pytest.mark.parametrize(
        ("typed", "read_as"),
        [
            ("9.30", "9.30"),
            ("09:30", "9.30"),
            ("9u30", "9.30"),
            ("930", "9.30"),
            ("14 uur", "14.00"),
            ("14u", "14.00"),
        ],
    )
    def test_a_time_as_people_type_it(self, trajectory, noor: Client, typed: str, read_as: str):
        sent = noor.post(
            url("tell_hearing", trajectory), TYPED["hearing"] | {"time_of_day": typed}, follow=True
        )
        assert f"2030, {read_as} uur" in sent.content.decode()
