"""What is allowed is really seen, so that the matrix can fail; and what no page may ever show."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from tests.isolation import plan, rising
from tests.isolation.addresses import addresses
from tests.isolation.asking import Visit
from tests.isolation.scene import GUIDED_HERE, Scene
from tests.isolation.secrets import Secret, sensitive_models
from tests.isolation.viewer import NOTHING, Viewer
from tests.isolation.viewers import VIEWERS

Seen = Callable[[Viewer], list[Secret]]
SEEING = [viewer for viewer in VIEWERS if viewer.sees]
# What no page shows to anyone; what stood in a record before it was corrected or withdrawn is not shown either.
SEEN_BY_NOBODY = {
    "person.bsn_index",
    "person.family_sound",
    "former identity.given_names",
    "former identity.family_name",
    "former identity.birth_date",
    "former identity.bsn",
    "trajectory.ref",
    "referral.source",
    "weighing.source",
    "stay.happened_on",  # the day it is about: the page says since when he is there
    "corrected stay.happened_on",
    "supervision.happened_on",  # of these too the page says from when until when they hold
    "special condition.happened_on",
    "open sanction.happened_on",
    "safety note.happened_on",
    "contact.source",
    "corrected contact.source",
    "stem of contact.stem",  # one finds by it, and reads the words
    "stem of contact.happened_on",
    "closure.source",
    "closure.reason",  # its title stands there, as it was called then
    "closure that was re-opened.source",
    "closure that was re-opened.reason",
    "closure that was re-opened.ref",
    "handling.source",  # nobody types one
    "handling.ref",  # a term is named by its rule and what it is about
    "arrangement before it was corrected.ref",
    "corrected arrangement.ref",
    "corrected arrangement.happened_on",  # the form says today; when it was told is said
    "corrected arrangement.source",  # nobody types one
    "corrected arrangement.item",  # the title of the approach is shown; of what left the list its code
    "corrected call.source",  # nobody types one
    "corrected night.source",
    "corrected hand-over.source",
    "corrected casemanager.source",
    "corrected disclosure.source",
    "corrected involvement.source",
    "judged involvement.source",
    "refused request to join.source",
    "corrected answer.source",
    "corrected explanation.source",
    "corrected request.source",  # nobody types one
    "answered request.source",
    "corrected agreement of three.source",
    "answer to a request.source",
    "answer to a request.ref",  # it is named by its request
    "corrected barrier.source",
    "barrier that was tried at.source",
    "corrected try.source",
    "barrier that is over.source",
    "corrected end of a barrier.source",
    "link.ref",
    "corrected lesson.source",
    "corrected transfer.source",
    *plan.SEEN_BY_NOBODY,
    *rising.SEEN_BY_NOBODY,
    "leave.happened_on",  # the page says from when until when
    "delivery.text",  # only beside a message that is not all of it, and could be read
    "delivery.digest",
    "message.place",  # stands on the list when it could be read
    "message.kind",  # its words stand there
    "message.birth_date",  # the page says how old he is, and what is recognised in the text
}
# Of each kind of file, by a record that it holds: what everyone sees who sees it.
TOLD = {
    "professional": ("organisation.phone", "professional.name", "professional.email", "check.words"),
    "person": ("person.given_names", "person.family_name", "person.birth_date", "referral.told"),
    "message": ("message.text", "message.name", "delivery.sender"),
}
OLD = {
    *plan.OLD,
    "stay before it was corrected",
    "referral before it was corrected",
    "contact before it was corrected",
    "contact before it was withdrawn",
    "withdrawn contact",
    "turning point before it was corrected",
    "circumstance before it was corrected",
    "application before it was corrected",
    "arrangement before it was corrected",
    "call before it was corrected",
    "night before it was corrected",
    "hand-over before it was corrected",
    "casemanager before it was corrected",
    "disclosure before it was corrected",
    "involvement before it was corrected",
    "request to join before it was refused",
    "answer before it was corrected",
    "explanation before it was corrected",
    "request before it was corrected",
    "agreement of three before it was corrected",
    "barrier before it was corrected",
    "try before it was corrected",
    "end of a barrier before it was corrected",
    "lesson before it was corrected",
    "transfer before it was corrected",
    "out of sight before it was corrected",
    "attempt before it was corrected",
    "back in sight before it was corrected",
}


@pytest.fixture(scope="module")
def seen_by(scene: Scene) -> Seen:
    """What somebody sees; each asks for his pages once."""
    return cache(lambda viewer: _seen_by(viewer, scene))


def _seen_by(viewer: Viewer, scene: Scene) -> list[Secret]:
    """All that he finds by asking for every page of the files he may see."""
    visit = Visit(viewer, scene)
    return [
        secret
        for address in addresses()
        for asked in scene.ways_to(address)
        if asked.file is None or viewer.may_see(asked)
        for secret in visit.told_at(asked)
    ]


def test_what_is_told_of_who_is_not_his_is_a_leak(scene: Scene):
    (noor,) = [viewer for viewer in VIEWERS if viewer.name == "the-officer-who-guides-here"]
    visit = Visit(replace(noor, name="noor-as-if-he-were-not-hers", sees=NOTHING), scene)
    (page,) = [address for address in addresses() if address.name == "desk:person"]
    (asked,) = [asked for asked in scene.ways_to(page) if asked.file is scene.files[GUIDED_HERE]]
    answer = visit.ask(asked)
    name = asked.file.records["person"].family_name
    assert "person.family_name" in {leak.place for leak in visit.leaks(answer, asked, "", {})}
    assert "person.family_name" not in {
        leak.place for leak in visit.leaks(answer, asked, "", {"typed": name})
    }


@pytest.mark.parametrize("viewer", SEEING, ids=str)
def test_everyone_sees_who_is_his_and_what_was_told(scene: Scene, seen_by: Seen, viewer: Viewer):
    seen = {(secret.file, secret.place) for secret in seen_by(viewer)}
    for file in viewer.sees:
        told = next(places for record, places in TOLD.items() if record in scene.files[file].records)
        for place in told:
            assert (file, place) in seen, f"{viewer} does not see the {place} of {file}."
        if file == GUIDED_HERE:
            assert (file, "contact.words") in seen, f"{viewer} does not read the contact with {file}."


def test_everything_is_seen_by_somebody_but_what_is_listed(scene: Scene, seen_by: Seen):
    """To show a field for the first time is a decision: strike it from the list here."""
    seen = {secret.place for viewer in SEEING for secret in seen_by(viewer)}
    # What was corrected goes by the same ref as what stands there now.
    old = {
        s.place for s in scene.secrets if s.record in OLD and (s.field != "ref" or "withdrawn" in s.record)
    }
    unseen = {secret.place for secret in scene.secrets} - seen
    assert unseen == SEEN_BY_NOBODY | old, "\n".join(sorted(unseen ^ (SEEN_BY_NOBODY | old)))


def test_every_model_about_a_person_has_a_secret_planted(scene: Scene):
    planted = {type(record) for file in scene.files.values() for record in file.records.values()}
    for model in sensitive_models():
        assert model in planted, (
            f"{model.__name__} holds something about a young person and no file in tests/isolation/files.py has one: "
            "make one there with its verb."
        )
