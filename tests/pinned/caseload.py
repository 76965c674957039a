"""So many young people with all that can be told of them, to count the queries of every page."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from django.test import Client
from django.urls import reverse

from regie.approach.models import Edition
from regie.base.clock import day
from regie.persons.rules import Identity
from regie.trajectories.actions import Redirecting, ask_exception, redirect_referral, tell_detention
from regie.trajectories.enums import Knew
from regie.trajectories.models import Weighing
from tests.cast import Cast
from tests.factories import endings, losses, people
from tests.factories.messages import come_in
from tests.isolation.addresses import addresses
from tests.pinned import (
    appointments,
    around,
    blocking,
    calendar,
    closing,
    copying,
    first_hours,
    handing_over,
    involving,
    jottings,
    office,
    plan,
    programme,
    requesting,
    rising,
    searching,
    sharing,
    terms,
)

CODES = ("high_impact_crime", "multi_problem", "willingness", "capacity", "regular_aftercare")
SENT = {"text": "Achternaam: Quispel", "sender": "DJI"}
LETTERS = {"referrer_letter": "Geachte", "his_letter": "Beste"}
CONTACT = {"outcome": "made", "kind": "phone", "words": "Gebeld."}


class Caseload:
    """So many young people whom Noor guides, so many referrals that wait, and so much contact with the first."""

    def __init__(self, cast: Cast, size: int, *, at: datetime) -> None:
        self.cast, self.at = cast, at
        born = date(2003, 1, 1)
        self.guided = [
            people.guide(cast, at=at, who=Identity(f"Kai {n}", "Alders", born + timedelta(days=n)))
            for n in range(size)
        ]
        self.waiting = [
            people.refer(cast, at=at, who=Identity(f"Bo {n}", "Vermeer", born + timedelta(days=n)))
            for n in range(size)
        ]
        for referral in self.waiting:
            people.weigh(referral, by=cast.noor, at=at)
        self.doubted = people.refer(cast, at=at, who=Identity("Ali", "Bakker", None))
        people.weigh(self.doubted, by=cast.noor, at=at)
        self.waiver = ask_exception(
            referral=self.doubted, criterion="age", reason="Past.", by=cast.noor.acting(at), at=at
        )
        self.gone = people.refer(cast, at=at, who=Identity("Bo", "Caris", born))
        letters = Redirecting("Genoeg aan nazorg.", Knew.YES, "Geachte", "Beste")
        redirect_referral(referral=self.gone, redirecting=letters, by=cast.noor.acting(at), at=at)
        self.cover = sharing.cover_of(self.guided[0], cast, at=at)
        self.sharing = sharing.typed(self.guided[0], cast, at=at)
        self.told = {
            part: tell_detention(
                trajectory=self.guided[0], account=account, source="Politie", by=cast.noor.acting(at), at=at
            ).ref
            for part, account in around.accounts().items()
        }
        self.out = first_hours.out_of(cast, at=at)
        self.tell(cast, at=at)
        self.close(cast, at=at)
        self.weighing = Weighing.objects.of(self.waiting[0].ref)
        self.editions = "-".join(str(edition.pk) for edition in self.weighing.editions)
        self.edition = Edition.objects.get(municipality=cast.here)
        rows = "".join(f"Vermeer;Bo {n}\n" for n in range(size))
        self.messages = come_in(f"Achternaam;Voornaam\n{rows}", cast, at=at)
        self.calendar = calendar.address(cast, at=at)
        self.notes = jottings.notes(cast, size, at=at)
        self.programme = programme.kept(cast, size, at=at)
        self.staff = office.staff(cast, size, at=at)
        self.contact = [people.meet(self.guided[0], by=cast.noor, at=at) for _ in range(size)]

    def tell(self, cast: Cast, *, at: datetime) -> None:
        """One of each that is told of the first of them."""
        self.turned = people.turn(self.guided[0], by=cast.noor, at=at)
        self.situated = people.situate(self.guided[0], by=cast.noor, at=at)
        self.moving = handing_over.told(cast, at=at)
        self.others = involving.told(self.guided[0], cast, at=at)
        self.involved = people.involve(self.guided[0], by=cast.noor, at=at)
        self.requested = requesting.asked(self.involved, cast, at=at)
        self.blocked = blocking.told(self.guided[0], cast, len(self.guided), at=at)
        self.blocked |= rising.told(self.guided[0], cast, len(self.guided), at=at)
        self.casemanager = people.name_casemanager(self.guided[0], by=cast.noor, at=at)
        self.learned = people.learn(self.guided[0], by=cast.noor, at=at)
        self.lost = losses.lose(self.guided[0], by=cast.noor, at=at, since=day(at) - timedelta(days=2))
        self.attempt = losses.look(self.guided[0], by=cast.noor, at=at)
        self.back = losses.find(self.guided[0], by=cast.noor, at=at)
        self.asked = people.ask(self.guided[0], by=cast.noor, at=at)
        self.arranged = people.arrange(self.guided[0], by=cast.noor, at=at)
        self.agreed = appointments.agreed(self.guided[0], cast, at=at)
        self.planned = plan.told(self.guided[0], cast, at=at)

    def close(self, cast: Cast, *, at: datetime) -> None:
        """One was closed by two people and referred again; of another somebody asks to end it early."""
        self.closed = people.guide(cast, at=at, who=Identity("Bo", "Dassen", date(2003, 1, 1)))
        self.closure = endings.close(self.closed, by=cast.noor, at=at)
        endings.agree(self.closure, by=cast.fatima, at=at)
        self.again = people.refer(cast, at=at, who=self.closed.person)
        self.early = endings.close(self.guided[1], by=cast.noor, at=at)

    def url(self, name: str) -> str:
        """The address of a page about the first of each."""
        parts = {
            "person_ref": self.guided[0].person.ref,
            "referral_ref": self.waiting[0].ref,
            "contact_ref": self.contact[0].ref,
            **self.told,
            "turningpoint_ref": self.turned.ref,
            "circumstance_ref": self.situated.ref,
            "outofsight_ref": self.lost.ref,
            "attempt_ref": self.attempt.ref,
            "backinsight_ref": self.back.ref,
            "circumstance_kind": "benefit",
            "application_ref": self.asked.ref,
            **self.others,
            **self.blocked,
            "casemanager_ref": self.casemanager.ref,
            "lesson_ref": self.learned.ref,
            "application_kind": "support",
            **self.planned,
            "arrangement_ref": self.arranged.ref,
            "arrangement_list": "release",
            "item_code": "phone",
            "draft": "eerste-dag",
            "recipient_code": "zvh",
            "closure_ref": self.closure.ref,
            "closure_reason": "goals_reached",
            "message_ref": self.messages[0].ref,
            "waiver_ref": self.waiver.ref,
            "cover_ref": self.cover.ref,
            "criterion_code": "multi_problem",
            "edition_ref": self.edition.ref,
            "municipality_code": self.cast.here.cbs_code,
            "setting_code": "age.oldest",
            **terms.PARTS,
            "calendar_token": self.calendar.token,
            "jotting_ref": self.notes[0].ref,
            **self.programme,
            **self.staff,
        }
        if name == "desk:letters":
            parts["referral_ref"] = self.gone.ref
        parts |= self.of_another(name) | self.of_closing(name) | appointments.parts(self.agreed, name)
        parts |= requesting.parts(self.requested, name)
        (address,) = [address for address in addresses() if address.name == name]
        return reverse(name, kwargs={part: parts[part] for part in address.parts})

    def of_another(self, name: str) -> dict[str, Any]:
        """Who came out, and who goes to another officer."""
        out = self.out if name in first_hours.OUT else {}
        return out | (self.moving if name in handing_over.PAGES else {})

    def of_closing(self, name: str) -> dict[str, Any]:
        """Whom the pages are about on which guidance is closed or re-opened."""
        closed, early = self.closed.person.ref, self.guided[1].person.ref
        return {
            "desk:answer_closure": {"closure_ref": self.early.ref},
            "desk:take_back_closure": {"person_ref": early},
            "desk:reopen": {"person_ref": closed},
            "desk:reopen_referred": {"referral_ref": self.again.ref},
        }.get(name, {})

    def typed(self, what: str) -> dict[str, Any]:
        """What is typed into each form."""
        today = f"{day(self.at):%d-%m-%Y}"
        known = {"family_name": "Vermeer"} if "look-alikes" in what else {"family_name": "Quispel"}
        referral = {"referred_by": "PI", "happened_on": today, "municipality": self.cast.here.pk, **known}
        contact = CONTACT | {"happened_on": today}
        return {
            "entrance:phone": {"phone": "06 12 34 56 78"},
            "desk:register_referral": referral,
            "desk:correct_referral": referral,
            "desk:messages": {"messages": [self.messages[0].ref]},
            "desk:receive": {**SENT, "received_on": today, "municipality": self.cast.here.pk},
            "desk:message": {**referral, "title": "prison"},
            "desk:accept_referral": {"planned_end": "1-1-2030"},
            "desk:weigh": {
                **{f"answer_{code}": "met" for code in CODES},
                "words_regular_aftercare": "Te laat.",
                "domains": ["housing"],
                "disability": "not_noted",
                "editions": self.editions,
                "seen": self.weighing.pk,
            },
            **appointments.typed(),
            **around.typed(),
            **involving.typed(),
            **handing_over.typed(),
            **requesting.typed(self.involved),
            **blocking.typed(),
            **rising.typed(),
            **closing.typed(day(self.at)),
            **plan.typed(self.planned),
            **terms.typed(),
            **calendar.typed(self.calendar),
            **jottings.typed(CONTACT, at=self.at),
            **first_hours.typed(),
            "desk:redirect": LETTERS | {"why": "Zo.", "knew": "yes"},
            "desk:defer": {"until": f"{day(self.at) + timedelta(days=9):%d-%m-%Y}", "why": "De rechter."},
            "desk:answer_exception": {"agreed": "yes"},
            **programme.typed(self.programme),
            **office.typed(self.cast, self.staff),
            **searching.TYPED,
            **self.sharing,
            "desk:log_contact": contact,
            "desk:correct_contact": contact,
        }.get(what.split(",")[0], {})

    def visit(self, client: Client, what: str) -> Callable[[], Any]:
        """Asks for a page, or sends its form."""
        if what in (searching.FIND, searching.FIND_CONTACT):
            return lambda: expect(searching.find(client, what), {200})
        if not what.startswith("send "):
            return lambda: expect(client.get(self.url(what)), {200, 302, 405})
        name = what.removeprefix("send ")
        url, told = self.url(name.split(",")[0]), self.typed(name)
        if name == copying.GIVES:
            told = copying.looked_at(client, url)
        looking = what.endswith(involving.LOOKING)
        if name.split(",")[0] in involving.LOOKED_AT:
            told = involving.about_to_send(client, url, told, looking=looking)
        status = 200 if looking or "look-alikes" in what or name in copying.ANSWERED_AT_ONCE else 302
        return lambda: expect(client.post(url, told), {status})


def expect(response: Any, statuses: set[int]) -> None:
    assert response.status_code in statuses, response.content.decode()
