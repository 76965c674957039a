"""How many queries every page takes, pinned; and that more rows never take more queries.

A number that goes down is good news: write it down here. A number that goes up needs a reason.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from regie.accounts.access import access_of
from regie.approach.models import Edition
from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.persons.rules import Identity
from regie.trajectories.actions import Redirecting, ask_exception, redirect_referral, tell_detention
from regie.trajectories.enums import Knew
from regie.trajectories.models import Weighing
from tests.cast import Cast, sign_in
from tests.factories import people
from tests.factories.messages import come_in
from tests.isolation.addresses import addresses
from tests.pinned import around, calendar, closing, first_hours, office, searching, sharing, terms
from tests.pinned.counting import questions
from tests.pinned.social_map import PINNED as ON_THE_MAP

FEW, MANY = 2, 50
LIST, PERSON = 13, 28  # the most that a list (somebody on it came out) and a page of one person may ask
# What more than a page may ask: filing a message makes a person, a referral and facts, each with its entry in the
# journal; a term is found by reckoning all his terms; that he is held again is a stay and a ground; of his first hours
# all stands on one page.
MORE = {
    "send desk:message": 45,
    "send desk:handle_term": 33,
    "send desk:tell_detained_again": 32,
    "send desk:withdraw_detained_again": 33,
    "desk:first_hours": 29,
}

# Who, what he does → the number of queries. Four of them are the frame of every page: the session read and written anew,
# the user, and his roles; of an officer also whom he covers for.
PINNED: dict[tuple[str, str], int] = {
    **calendar.PINNED,
    **office.PINNED,
    **searching.PINNED,
    **terms.PINNED,
    ("noor", "desk:people"): 13,
    ("fatima", "desk:people"): 13,
    ("noor", "desk:referrals"): 10,
    ("fatima", "desk:referrals"): 10,
    ("noor", "desk:person"): 28,
    ("fatima", "desk:person"): 27,
    ("noor", "desk:referral"): 19,
    ("noor", "desk:register_referral"): 6,
    ("noor", "desk:correct_referral"): 8,
    ("noor", "desk:accept_referral"): 15,
    ("noor", "desk:weigh"): 13,
    ("noor", "desk:weighing"): 11,
    ("noor", "desk:redirected_referrals"): 7,
    ("noor", "desk:redirect"): 8,
    ("noor", "desk:letters"): 9,
    ("noor", "desk:defer"): 8,
    ("noor", "desk:ask_exception"): 12,
    ("fatima", "desk:answer_exception"): 13,
    ("noor", "desk:contacts"): 13,
    ("fatima", "desk:contacts"): 12,
    ("noor", "desk:log_contact"): 13,  # what to mind when one meets him
    ("noor", "desk:correct_contact"): 9,
    ("noor", "desk:withdraw_contact"): 9,
    ("noor", "desk:messages"): 11,
    ("noor", "desk:receive"): 6,
    ("noor", "desk:message"): 9,
    ("noor", "desk:hand_over"): 7,
    ("fatima", "desk:aftercare"): 5,
    ("noor", "entrance:home"): 5,
    ("noor", "entrance:account"): 10,
    ("noor", "entrance:mail"): 8,
    ("noor", "send entrance:mail"): 17,
    ("noor", "entrance:stay"): 3,
    ("noor", "send desk:register_referral"): 18,
    ("noor", "send desk:register_referral, look-alikes"): 10,
    ("noor", "send desk:correct_referral"): 25,
    ("noor", "send desk:accept_referral"): 23,  # twice the approach: for the form, and again for the verb
    ("noor", "send desk:weigh"): 25,
    ("noor", "send desk:messages"): 16,
    ("noor", "send desk:receive"): 16,
    ("noor", "send desk:message"): 45,
    ("noor", "send desk:hand_over"): 15,
    ("noor", "send desk:redirect"): 18,
    ("noor", "send desk:defer"): 18,
    ("fatima", "send desk:answer_exception"): 19,
    ("noor", "send desk:log_contact"): 13,
    ("noor", "send desk:correct_contact"): 15,
    ("noor", "send desk:withdraw_contact"): 15,
    **around.PINNED,
    **closing.PINNED,
    **sharing.PINNED,
    **first_hours.PINNED,
}
CODES = ("high_impact_crime", "multi_problem", "willingness", "capacity", "regular_aftercare")
LISTS = {
    "desk:people",
    "desk:referrals",
    "desk:search",
    "office:approach",
    "office:compare_editions",
    "desk:redirected_referrals",
    "desk:messages",
    "desk:aftercare",
    "office:users",
    "office:mailing",
    "desk:allocation",
    "desk:covers",
}


@pytest.fixture
def at() -> datetime:
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def cast(db: None, at: datetime) -> Cast:
    """The cast, by the clock of the pages."""
    return Cast.assemble(at=at)


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
        self.turned = people.turn(self.guided[0], by=cast.noor, at=at)
        self.situated = people.situate(self.guided[0], by=cast.noor, at=at)
        self.disclosed = people.disclose(self.guided[0], by=cast.noor, at=at)
        self.casemanager = people.name_casemanager(self.guided[0], by=cast.noor, at=at)
        self.learned = people.learn(self.guided[0], by=cast.noor, at=at)
        self.lost = people.lose(self.guided[0], by=cast.noor, at=at, since=day(at) - timedelta(days=2))
        self.attempt = people.look(self.guided[0], by=cast.noor, at=at)
        self.back = people.find(self.guided[0], by=cast.noor, at=at)
        self.close(cast, at=at)
        self.asked = people.ask(self.guided[0], by=cast.noor, at=at)
        self.arranged = people.arrange(self.guided[0], by=cast.noor, at=at)
        self.weighing = Weighing.objects.of(self.waiting[0].ref)
        self.editions = "-".join(str(edition.pk) for edition in self.weighing.editions)
        self.edition = Edition.objects.get(municipality=cast.here)
        rows = "".join(f"Vermeer;Bo {n}\n" for n in range(size))
        self.messages = come_in(f"Achternaam;Voornaam\n{rows}", cast, at=at)
        self.calendar = calendar.address(cast, at=at)
        self.staff = office.staff(cast, size, at=at)
        self.contact = [people.meet(self.guided[0], by=cast.noor, at=at) for _ in range(size)]

    def close(self, cast: Cast, *, at: datetime) -> None:
        """One was closed by two people and referred again; of another somebody asks to end it early."""
        self.closed = people.guide(cast, at=at, who=Identity("Bo", "Dassen", date(2003, 1, 1)))
        self.closure = people.close(self.closed, by=cast.noor, at=at)
        people.agree(self.closure, by=cast.fatima, at=at)
        self.again = people.refer(cast, at=at, who=self.closed.person)
        self.early = people.close(self.guided[1], by=cast.noor, at=at)

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
            "disclosure_ref": self.disclosed.ref,
            "casemanager_ref": self.casemanager.ref,
            "lesson_ref": self.learned.ref,
            "application_kind": "support",
            "arrangement_ref": self.arranged.ref,
            "arrangement_list": "release",
            "item_code": "phone",
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
            **self.staff,
        }
        if name == "desk:letters":
            parts["referral_ref"] = self.gone.ref
        if name in first_hours.OUT:
            parts |= self.out
        parts |= self.of_closing(name)
        (address,) = [address for address in addresses() if address.name == name]
        return reverse(name, kwargs={part: parts[part] for part in address.parts})

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
            **around.typed(),
            **closing.typed(day(self.at)),
            **terms.typed(),
            **calendar.typed(self.calendar),
            **first_hours.typed(),
            "desk:redirect": LETTERS | {"why": "Zo.", "knew": "yes"},
            "desk:defer": {"until": f"{day(self.at) + timedelta(days=9):%d-%m-%Y}", "why": "De rechter."},
            "desk:answer_exception": {"agreed": "yes"},
            **office.typed(self.cast, self.staff),
            **searching.TYPED,
            **self.sharing,
            "desk:log_contact": contact,
            "desk:correct_contact": contact,
        }.get(what.split(",")[0], {})

    def visit(self, client: Client, what: str) -> Callable[[], Any]:
        """Asks for a page, or sends its form."""
        if what == searching.FIND:
            return lambda: expect(searching.find(client), {200})
        if not what.startswith("send "):
            return lambda: expect(client.get(self.url(what)), {200, 302, 405})
        name = what.removeprefix("send ")
        status = 200 if "look-alikes" in what else 302
        return lambda: expect(client.post(self.url(name.split(",")[0]), self.typed(name)), {status})


def expect(response: Any, statuses: set[int]) -> None:
    assert response.status_code in statuses, response.content.decode()


@pytest.mark.parametrize("size", [FEW, MANY])
def test_the_number_of_queries_is_pinned_whatever_the_number_of_rows(cast: Cast, at: datetime, size: int):
    caseload = Caseload(cast, size, at=at)
    wrong = []
    for (who, what), number in PINNED.items():
        with transaction.atomic():
            asked = questions(caseload.visit(sign_in(getattr(cast, who)), what))
            transaction.set_rollback(True)
        if len(asked) != number:
            wrong.append(f"{what} takes {who} {len(asked)} queries, not {number}:\n  " + "\n  ".join(asked))
    assert not wrong, "\n".join(wrong)


def test_lists_and_pages_stay_under_their_ceiling():
    for (_, what), number in PINNED.items():
        most = LIST if what in LISTS else MORE.get(what, PERSON)
        assert number <= most, f"{what} takes {number} queries: too many."


def test_every_page_that_asks_a_permission_is_pinned():
    pinned = {what for _, what in PINNED | ON_THE_MAP}
    for address in addresses():
        access = access_of(address.view)
        if access and access.permissions:
            assert address.name in pinned, f"{address}: count its queries and pin them here."
