"""A process dies at every statement of a verb in turn: nothing is half done, and sending the form again does it once."""

import uuid
from functools import partial
from itertools import count

import pytest

from tests.prove import acts, dying, looking
from tests.prove.office import Asked, Office

pytestmark = pytest.mark.prove

STATEMENTS = 5  # with fewer the counting is wrong, and the test proves nothing


def dies(office: Office, asked: Asked, *, at: int) -> bool:
    """Whether it died; all is sound afterwards."""
    died: bool = office.alone(partial(dying.die_doing, act=asked.func.__name__, given=asked.keywords, at=at))
    assert office.alone(partial(looking.complaints)) == []
    return died


def die_at_every_statement(office: Office, asked: Asked) -> int:
    """Dies before each statement and before the commit; answers the number of statements."""
    assert dies(office, asked, at=dying.AT_COMMIT)
    return next(at for at in count(1) if at > 1000 or not dies(office, asked, at=at)) - 1


def test_a_form_that_is_sent_again_after_each_death_makes_one_record(office: Office):
    submission = str(uuid.uuid4())
    trajectory = office.alone(partial(acts.guide, by="noor", name="Jayden"))
    asked = partial(acts.log, by="noor", trajectory=trajectory, submission=submission)
    assert die_at_every_statement(office, asked) >= STATEMENTS
    assert office.alone(asked) == office.alone(asked)
    assert office.alone(partial(looking.sent, submission=submission)) == 1


def test_a_referral_of_somebody_new(office: Office):
    submission = str(uuid.uuid4())
    asked = partial(acts.register, by="noor", name="Adam", bsn="999990019", submission=submission)
    assert die_at_every_statement(office, asked) >= STATEMENTS
    assert office.alone(partial(looking.sent, submission=submission)) == 1
    assert office.alone(partial(looking.count_people, name="Adam")) == 1


def test_accepting(office: Office):
    referral = office.alone(partial(acts.register, by="noor", name="Milan"))
    assert die_at_every_statement(office, partial(acts.accept, by="noor", referral=referral)) >= STATEMENTS
    found = office.alone(partial(looking.acceptances, referral=referral))
    assert found == {"officers": ["Noor"], "trajectories": 1, "entries": 1}


def test_telling_contact_better(office: Office):
    trajectory = office.alone(partial(acts.guide, by="noor", name="Jayden"))
    moment = office.alone(partial(acts.log, by="noor", trajectory=trajectory, words="Eerst."))
    asked = partial(
        acts.correct_contact, by="noor", moment=moment, words="Beter.", submission=str(uuid.uuid4())
    )
    assert die_at_every_statement(office, asked) >= STATEMENTS
    assert office.alone(partial(looking.versions, moment=moment)) == ["Eerst.", "Beter."]


def test_telling_better_who_it_is_and_what_we_heard(office: Office):
    referral = office.alone(partial(acts.register, by="noor", name="Milan"))
    asked = partial(
        acts.correct_referral,
        by="noor",
        referral=referral,
        given_names="Mylan",
        told="Een paspoort.",
        submission=str(uuid.uuid4()),
    )
    assert die_at_every_statement(office, asked) >= STATEMENTS
    assert office.alone(partial(looking.told, referral=referral)) == ["Mylan", "Muller", "Een paspoort."]
    assert office.alone(partial(looking.corrections, referral=referral)) == 1


def test_what_was_written_when_it_died_is_not_written_again(office: Office):
    submission = str(uuid.uuid4())
    trajectory = office.alone(partial(acts.guide, by="noor", name="Jayden"))
    asked = partial(acts.log, by="noor", trajectory=trajectory, submission=submission)
    assert dies(office, asked, at=dying.AFTER_COMMIT)
    office.alone(asked)
    assert office.alone(partial(looking.sent, submission=submission)) == 1
