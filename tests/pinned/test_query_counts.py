"""How many queries every page takes, pinned; and that more rows never take more queries.

A number that goes down is good news: write it down here. A number that goes up needs a reason.
"""

from datetime import datetime

import pytest
from django.db import transaction

from regie.accounts.access import access_of
from regie.base.actors import ActorKind
from regie.base.clock import now as this_moment
from tests.cast import Cast, sign_in
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
from tests.pinned.caseload import Caseload
from tests.pinned.counting import questions
from tests.pinned.partners import PINNED as OF_PARTNERS
from tests.pinned.social_map import PINNED as ON_THE_MAP

FEW, MANY = 2, 50
# The most that a list (somebody on it came out) and a page of one person (who was lost) may ask.
LIST, PERSON = 12, 32
# What more than a page may ask: filing a message makes a person, a referral and facts, each with its entry in the
# journal; that he is held again is a stay and a ground; a goal is told with its steps, each a fact with its entry; what is asked
# of a partner is a request and a disclosure; who asked to be involved is involved and has his answer.
MORE = {
    "send desk:message": 45,
    "send desk:tell_goal": 33,
    "send desk:goal_from_example": 35,
    "send desk:tell_partnerrequest": 33,
    "send desk:involve_asker": 37,
    "send desk:tell_detained_again": 32,
    "send desk:withdraw_detained_again": 33,
    "send office:publish_plan": 36,
}

# Who, what he does → the number of queries. Four of them are the frame of every page: the session read and written anew,
# the user, and his roles; of an officer also whom he covers for.
PINNED: dict[tuple[str, str], int] = {
    **calendar.PINNED,
    **jottings.PINNED,
    **office.PINNED,
    **searching.PINNED,
    **terms.PINNED,
    ("noor", "desk:people"): 12,
    ("fatima", "desk:people"): 12,
    ("noor", "desk:referrals"): 10,
    ("fatima", "desk:referrals"): 10,
    ("noor", "desk:person"): 12,
    ("fatima", "desk:person"): 12,
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
    ("noor", "desk:choose_contact"): 6,
    ("noor", "desk:log_contact"): 15,  # what to mind when one meets him
    ("noor", "desk:correct_contact"): 11,
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
    ("noor", "entrance:phone"): 5,
    ("noor", "send entrance:phone"): 13,
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
    ("noor", "send desk:log_contact"): 14,
    ("noor", "send desk:correct_contact"): 18,
    ("noor", "send desk:withdraw_contact"): 16,
    **appointments.PINNED,
    **around.PINNED,
    **closing.PINNED,
    **copying.PINNED,
    **sharing.PINNED,
    **first_hours.PINNED,
    **involving.PINNED,
    **handing_over.PINNED,
    **requesting.PINNED,
    **blocking.PINNED,
    **rising.PINNED,
    **plan.PINNED,
    **programme.PINNED,
}
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
    "office:programme",
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
    pinned = {what for _, what in PINNED | ON_THE_MAP | OF_PARTNERS}
    for address in addresses():
        access = access_of(address.view)
        if access and (access.permissions or access.kind is ActorKind.PARTNER):
            assert address.name in pinned, f"{address}: count its queries and pin them here."
