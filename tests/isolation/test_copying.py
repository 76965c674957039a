"""A text for another holds only what its rule opens: of every kind, by a secret in every field of the file."""

import pytest
from django.db.models import QuerySet

from regie.approach.enums import CopiedKind
from regie.approach.queries import approach_for
from regie.approach.rules import CopyRule
from regie.base.clock import day
from regie.contacts.models import ContactMoment
from regie.desk.pages.copying import copy_page
from regie.desk.pages.record import record_now
from regie.trajectories.models import Trajectory
from tests.isolation.scene import GUIDED_HERE, Scene

NOTHING: frozenset[str] = frozenset()
# All that a kind opens of what is secret: to let a kind tell more is a decision, written here.
OPENS: dict[CopiedKind, set[str]] = {
    CopiedKind.NAME: {"person.given_names", "person.family_name"},
    CopiedKind.BIRTH_DATE: {"person.birth_date"},
    CopiedKind.WISHES: {"corrected wish.words", "corrected wish.happened_on"},
    CopiedKind.TALENTS: {"corrected talent.words"},
    CopiedKind.GOALS: {
        "corrected goal.domain_title",
        "corrected goal.happened_on",
        "corrected goal.words",
    },
    CopiedKind.STEPS: {"corrected step of goal.words", "corrected step of goal.due_on"},
    CopiedKind.JUDGEMENT: {
        "corrected reading.domain",
        "corrected reading.happened_on",
        "corrected reading.level",
        "corrected reading.who",
        "corrected reading.words",
    },
    CopiedKind.IDENTITY: {"corrected circumstance.happened_on"},
    CopiedKind.APPLICATIONS: {"corrected application.happened_on"},
    CopiedKind.DEBTS: {"no debts.happened_on"},
    CopiedKind.CONTACT: {"contact.happened_on", "corrected contact.happened_on"},
    CopiedKind.CONTACT_WORDS: {
        "contact.happened_on",
        "contact.words",
        "corrected contact.happened_on",
        "corrected contact.words",
    },
    CopiedKind.AGREEMENTS: {"promise.words"},
}


def told(scene: Scene, *kinds: CopiedKind, domains: tuple[str, ...] | None = None) -> set[str]:
    """Which secrets stand in the text for a recipient for whom these are open, in all domains unless told otherwise."""
    file = scene.files[GUIDED_HERE]
    everywhere = tuple(file.records[name].domain for name in ("corrected goal", "corrected reading"))
    open_domains = everywhere if domains is None else domains
    rule = CopyRule("proef", "Proef", "", "support", "Overleg", kinds, open_domains)
    found = Trajectory.objects.select_related("person", "municipality", "referral")
    trajectory, on = found.get(pk=file.records["trajectory"].pk), day(scene.at)
    page = copy_page(record_now(trajectory, on=on), rule, approach_for(trajectory.municipality, on=on))
    return {secret.place for secret in scene.hoard.found_in(page.text)}


@pytest.fixture
def with_him(scene: Scene) -> None:
    """The contact of the scene is with a partner; here it is with himself."""
    QuerySet(ContactMoment).filter(kind="partner").update(kind="phone", party="", organisation=None)


@pytest.mark.usefixtures("with_him")
@pytest.mark.parametrize("kind", CopiedKind)
def test_a_kind_opens_its_own_and_nothing_else(scene: Scene, kind: CopiedKind):
    assert told(scene, kind) == OPENS.get(kind, NOTHING)


@pytest.mark.parametrize("kind", [CopiedKind.CONTACT, CopiedKind.CONTACT_WORDS])
def test_contact_with_a_partner_goes_to_no_other(scene: Scene, kind: CopiedKind):
    assert told(scene, kind) == NOTHING


@pytest.mark.usefixtures("with_him")
def test_all_of_them_open_no_more_than_each_of_them(scene: Scene):
    assert told(scene, *CopiedKind) == set().union(*OPENS.values())


def test_of_a_domain_that_is_closed_nothing_goes(scene: Scene):
    of_domains = (CopiedKind.GOALS, CopiedKind.STEPS, CopiedKind.HIS_VIEW, CopiedKind.JUDGEMENT)
    assert told(scene, *of_domains, domains=("care",)) == NOTHING


def test_where_nothing_is_open_there_is_no_text(scene: Scene):
    assert told(scene) == NOTHING
