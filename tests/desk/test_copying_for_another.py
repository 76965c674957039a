"""Kopieer voor een ander: only what the approach opens goes, and giving it is a disclosure."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from regie.approach.enums import CopiedKind
from regie.approach.queries import approach_for
from regie.approach.rules import CopyRule
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.desk.pages.copying import CopyPage, choosing_page, copy_page
from regie.desk.pages.record import record_now
from regie.detention.enums import SafetyGround, SpecialConditionKind
from regie.detention.models.release_date import ReleaseAccount
from regie.detention.models.safety_note import SafetyNoteAccount
from regie.detention.models.special_condition import SpecialConditionAccount
from regie.detention.models.stay import StayAccount
from regie.plans.enums import Eye, PromisedBy
from regie.plans.rules.agreement import Promised
from regie.privacy.models import AccessEntry, JournalEntry
from regie.trajectories.actions import tell_detention
from regie.trajectories.enums import ApplicationKind, CircumstanceKind, CircumstanceValue, DisclosureChannel
from regie.trajectories.models import Disclosure, Trajectory
from regie.trajectories.rules import copied_account
from tests.cast import Cast
from tests.factories import agreements, around, debts, endings, goals, people, plans, readings

TODAY = date(2026, 11, 18)
ALL = tuple(CopiedKind)


def way(name: str, *parts: object) -> str:
    return reverse(f"desk:{name}", args=parts)


def page_for(trajectory: Trajectory, *kinds: CopiedKind, domains: tuple[str, ...] = ("housing",)) -> CopyPage:
    """What goes to a recipient for whom these kinds and domains are open."""
    rule = CopyRule("proef", "Proef", "", "support", "Overleg", kinds, domains)
    record = record_now(trajectory, on=TODAY)
    return copy_page(record, rule, approach_for(trajectory.municipality, on=TODAY))


def sent(page: str, **told: Any) -> dict[str, Any]:
    """The form as the page holds it."""
    shown = page.split('name="shown" value="')[1].split('"')[0]
    submission = page.split('name="submission" value="')[1].split('"')[0]
    return {"purpose": "Overleg aan tafel.", "shown": shown, "submission": submission} | told


@pytest.fixture
def room(cast: Cast, trajectory, now):
    """A goal in his home, with one step, and one in his care."""
    told: dict[str, Any] = {"by": cast.noor, "at": now}
    goals.goal(trajectory, "De gemeente bellen.", **goals.HOME, **told)
    goals.goal(trajectory, "Naar de dokter.", words="Ik slaap.", domain="care", domain_title="Zorg", **told)
    return trajectory


class TestItWorks:
    def test_from_his_page_to_the_text_and_the_ledger(self, room, noor: Client):
        ref = room.person.ref
        assert way("copying", ref) in noor.get(way("person", ref)).content.decode()
        choosing = noor.get(way("copying", ref)).content.decode()
        assert "Jeugd Preventie Platform (JPP)" in choosing
        assert "Wet gegevensverwerking door samenwerkingsverbanden" in choosing
        page = noor.get(way("copy", ref, "jpp")).content.decode()
        assert "Wonen: Ik heb een eigen kamer." in page
        assert "De gemeente bellen." in page
        assert "1 doel: dat leefgebied mag niet mee" in page
        assert "Ik slaap" not in page
        assert "data-copy-text" not in page  # not ready to copy before it is written down
        ready = noor.post(way("copy", ref, "jpp"), sent(page)).content.decode()
        text = ready.split("data-copy-text>")[1].split("</textarea>")[0]
        assert text.startswith(
            "\nVoor: Jeugd Preventie Platform (JPP)\nVan: re-integratieofficier, gemeente "
        )
        assert "Naam:\n- Jayden Muller\n" in text
        assert "Ik slaap" not in text
        told = Disclosure.objects.get()
        assert (told.to, told.ground, told.channel) == (
            "Jeugd Preventie Platform (JPP)",
            "privacy_officer_decides",
            DisclosureChannel.SYSTEM,
        )
        assert told.what == (
            "Gekopieerd: naam, geboortedatum, wie hem begeleidt, in welke fase hij is, doelen, stappen."
        )
        assert "Overleg aan tafel." in noor.get(way("disclosures", ref)).content.decode()

    def test_the_purpose_of_the_approach_stands_there_already(self, trajectory, noor: Client):
        form = noor.get(way("copy", trajectory.person.ref, "zvh")).context["form"]
        assert form["purpose"].value() == "Zodat de mensen aan tafel weten wat er loopt en wie het doet."

    def test_every_kind_fits_in_the_ledger(self, cast: Cast, trajectory, now):
        assert len("Gekopieerd: " + ", ".join(kind.label for kind in ALL)) < 600

    def test_looking_is_written_in_the_access_log(self, trajectory, noor: Client):
        before = AccessEntry.objects.count()
        noor.get(way("copy", trajectory.person.ref, "jpp"))
        assert AccessEntry.objects.count() == before + 1


class TestOnlyWhatIsOpen:
    def test_where_he_is_and_when_he_comes_out(self, cast: Cast, trajectory, now):
        inside: dict[str, Any] = {"trajectory": trajectory, "by": cast.noor.acting(now), "at": now}
        tell_detention(account=StayAccount("PI Sittard", entered_on=TODAY - timedelta(days=4)), **inside)
        tell_detention(account=ReleaseAccount(TODAY + timedelta(days=90)), **inside)
        closed = page_for(trajectory, CopiedKind.NAME).text
        assert "PI Sittard" not in closed
        assert "2027" not in closed
        assert "PI Sittard, sinds 14 november 2026" in page_for(trajectory, CopiedKind.DETENTION).text
        release = page_for(trajectory, CopiedKind.RELEASE).text
        assert "16 februari 2027" in release
        assert "PI Sittard" not in release

    def test_an_answer_that_tells_of_something_closed_stays(self, cast: Cast, trajectory, now):
        told: dict[str, Any] = {"by": cast.noor, "at": now}
        people.situate(
            trajectory, CircumstanceValue.DISABILITY_BENEFIT, kind=CircumstanceKind.BENEFIT, **told
        )
        people.ask(trajectory, ApplicationKind.SUPPORT, **told)
        people.ask(trajectory, ApplicationKind.DEBT_HELP, **told)
        held = page_for(trajectory, CopiedKind.INCOME, CopiedKind.APPLICATIONS)
        assert held.text == ""
        assert any("ook iets dat niet mee mag" in one.description for one in held.left_out)
        opened = page_for(trajectory, CopiedKind.INCOME, CopiedKind.APPLICATIONS, CopiedKind.HEALTH).text
        assert "Wajong of WIA" in opened
        assert "Wmo-ondersteuning" in opened
        assert "Schuldhulpverlening" not in opened

    def test_who_is_around_him_and_never_a_risk(self, cast: Cast, trajectory, now):
        around.know(trajectory, by=cast.noor, at=now, name="Oma Truus", helps_with="Eten")
        assert (
            "Ouder: Oma Truus" not in page_for(trajectory, *[k for k in ALL if k != CopiedKind.NETWORK]).text
        )
        assert "Oma Truus, helpt met: Eten" in page_for(trajectory, CopiedKind.NETWORK).text

    def test_somebody_around_him_is_not_named_in_a_promise_or_a_step(self, cast: Cast, room, now):
        promise = Promised(PromisedBy.SOMEONE_ELSE, "Oma Truus", "rijdt hem.")
        agreements.agree(room, promise, by=cast.noor, at=now)
        text = page_for(room, CopiedKind.AGREEMENTS).text
        assert "rijdt hem." in text
        assert "Truus" not in text

    def test_his_view_and_the_judgement_of_others_apart(self, cast: Cast, trajectory, now):
        told: dict[str, Any] = {"by": cast.noor, "at": now}
        readings.read(trajectory, words="Gaat wel.", **told)
        readings.read(trajectory, words="Gaat slecht.", eye=Eye.OFFICER, **told)
        assert "Gaat slecht." not in page_for(trajectory, CopiedKind.HIS_VIEW).text
        assert "Gaat wel." not in page_for(trajectory, CopiedKind.JUDGEMENT).text
        assert "volgens de re-integratieofficier" in page_for(trajectory, CopiedKind.JUDGEMENT).text

    def test_debts_and_his_own_words(self, cast: Cast, trajectory, now):
        told: dict[str, Any] = {"by": cast.noor, "at": now}
        debts.owe(trajectory, "Gerrit", "400", **told)
        plans.wish(trajectory, words="Ik wil rust.", **told)
        shipped = [
            page_for(trajectory, *one.kinds, domains=one.domains).text
            for one in approach_for(trajectory.municipality, on=TODAY).copied_for
        ]
        assert not any("Gerrit" in text or "rust" in text for text in shipped)
        assert "Gerrit (Huur): € 400,00" in page_for(trajectory, CopiedKind.DEBTS).text
        assert "“Ik wil rust.”" in page_for(trajectory, CopiedKind.WISHES).text

    def test_a_condition_goes_and_a_note_on_safety_never(self, cast: Cast, trajectory, now):
        told: dict[str, Any] = {"trajectory": trajectory, "by": cast.noor.acting(now), "at": now}
        ban = SpecialConditionAccount(SpecialConditionKind.AREA_BAN, "Niet in het centrum.")
        note = SafetyNoteAccount("Kom met zijn tweeën.", SafetyGround.WARNING, TODAY + timedelta(days=9))
        for account in (ban, note):
            tell_detention(account=account, source="Politie", **told)
        text = page_for(trajectory, *ALL).text
        assert "Niet in het centrum." in text
        assert "zijn tweeën" not in text
        assert "Politie" not in text

    def test_what_somebody_typed_cannot_look_like_a_heading(self, cast: Cast, trajectory, now):
        words = "Dag.\n\nSchulden:\n- veel <b>& *meer*</b>"
        people.meet(trajectory, by=cast.noor, at=now, words=words)
        text = page_for(trajectory, CopiedKind.CONTACT_WORDS).text
        assert "Dag. Schulden: - veel <b>& *meer*</b>" in text

    def test_markup_is_shown_as_text(self, cast: Cast, trajectory, now, noor: Client):
        goals.goal(trajectory, words="<b>Werk</b> & #rust", **goals.HOME, by=cast.noor, at=now)
        page = noor.get(way("copy", trajectory.person.ref, "jpp")).content.decode()
        assert "&lt;b&gt;Werk&lt;/b&gt; &amp; #rust" in page

    def test_what_is_left_out_is_said(self, trajectory):
        left = {one.term: one.description for one in page_for(trajectory, CopiedKind.DEBTS).left_out}
        assert left["Niets om mee te geven"] == "Schulden."
        assert "mensen om hem heen" in left["Mag niet mee"]
        assert "LVB" in left["Gaat nooit mee"]


class TestItIsRefused:
    @pytest.mark.parametrize("who", ["sem", "fatima", "bas"])
    def test_for_who_does_not_guide_him(self, cast: Cast, trajectory, now, who: str):
        with pytest.raises(NotAllowed):
            copied(trajectory, by=getattr(cast, who), at=now)
        assert not Disclosure.objects.exists()

    def test_without_a_purpose(self, cast: Cast, trajectory, now, noor: Client):
        with pytest.raises(NotValid) as refused:
            copied(trajectory, by=cast.noor, at=now, purpose=" ")
        assert refused.value.field == "purpose"
        url = way("copy", trajectory.person.ref, "jpp")
        page = noor.get(url).content.decode()
        assert "Vul dit in" in noor.post(url, sent(page, purpose="")).content.decode()

    @pytest.mark.parametrize(
        ("told", "says"),
        [
            ({"to": "politie"}, "staat niet of niet meer in de aanpak"),
            ({"kinds": [CopiedKind.DEBTS]}, "nog niets vastgelegd dat mee mag"),
            ({"kinds": []}, "nog niets vastgelegd dat mee mag"),
        ],
    )
    def test_what_the_approach_does_not_open(self, cast: Cast, trajectory, now, told: dict, says: str):
        with pytest.raises(NotNow, match=says):
            copied(trajectory, by=cast.noor, at=now, **told)

    def test_a_recipient_that_is_not_there_any_more(self, trajectory, noor: Client):
        answer = noor.get(way("copy", trajectory.person.ref, "politie"))
        assert answer.status_code == 409
        assert "Kies opnieuw voor wie u kopieert" in answer.content.decode()

    def test_a_ground_that_is_not_there_any_more(self, trajectory):
        rule = CopyRule("proef", "Proef", "", "ended", "Overleg", (CopiedKind.NAME,), ())
        approach = replace(approach_for(trajectory.municipality, on=TODAY), copied_for=(rule,))
        with pytest.raises(NotNow, match="De grond waarop u dit zou doorgeven"):
            copy_page(record_now(trajectory, on=TODAY), rule, approach)
        (line,) = choosing_page(trajectory.person, approach).lines
        assert line.item.more == "De grond staat niet in de aanpak."
        with pytest.raises(NotNow, match="De grond waarop u dit zou doorgeven"):
            copied_account(approach, "proef", kinds=rule.kinds, purpose="Overleg", on=TODAY)

    def test_a_municipality_that_names_nobody(self, trajectory):
        approach = replace(approach_for(trajectory.municipality, on=TODAY), copied_for=())
        assert choosing_page(trajectory.person, approach).lines == ()

    def test_a_text_that_changed_since_it_was_looked_at(self, cast: Cast, room, now, noor: Client):
        url = way("copy", room.person.ref, "jpp")
        before = noor.get(url).content.decode()
        goals.goal(room, words="Ik verhuis.", **goals.HOME, by=cast.noor, at=now)
        again = noor.post(url, sent(before)).content.decode()
        assert "Er is intussen iets veranderd" in again
        assert "Ik verhuis." in again
        assert not Disclosure.objects.exists()
        assert "data-copy-text" in noor.post(url, sent(again)).content.decode()

    def test_when_it_is_closed(self, cast: Cast, trajectory, now, noor: Client):
        closing = endings.close(trajectory, by=cast.noor, at=now)
        endings.agree(closing, by=cast.fatima, at=now)
        with pytest.raises(NotNow, match="afgerond"):
            copied(trajectory, by=cast.noor, at=now)
        assert noor.get(way("copying", trajectory.person.ref)).status_code == 409


def test_sent_twice_is_one_disclosure_and_the_same_text(room, noor: Client):
    url = way("copy", room.person.ref, "jpp")
    form = sent(noor.get(url).content.decode())
    first, second = (noor.post(url, form).content.decode() for _ in range(2))
    assert "data-copy-text" in first
    assert "data-copy-text" in second
    assert Disclosure.objects.count() == 1


def test_the_journal_says_that_something_went_and_not_what(cast: Cast, trajectory, now):
    copied(trajectory, by=cast.noor, at=now)
    (entry,) = JournalEntry.objects.filter(verb="disclosure.told")
    assert {"what", "ground", "recipient", "channel"} <= set(entry.fields)


def copied(trajectory: Trajectory, *, by: Any, at: Any, **told: Any) -> Disclosure:
    """His name for the JPP, unless told otherwise."""
    asked = {"to": "jpp", "kinds": [CopiedKind.NAME], "purpose": "Overleg."} | told
    return Disclosure.copy(trajectory=trajectory, by=by.acting(at), at=at, **asked)
