"""The archive of a trajectory leaves nothing out: every secret of the file stands in it, but what is listed here."""

import json
from typing import Any

from regie.accounts.models import Cover
from regie.base.clock import day
from regie.clocks.models import Notice
from regie.contacts.models import ContactStem
from regie.desk.pages.archive import archive_of
from regie.desk.pages.archive_kinds import KINDS, LABELS, LABELS_OF, SILENT, SILENT_OF
from regie.persons.models import Person
from regie.privacy.models import AccessEntry
from regie.trajectories.models import Trajectory
from tests.isolation.scene import GUIDED_HERE, Scene
from tests.isolation.secrets import kept_with_a_trajectory

# His BSN is not needed there; the others only help to find him.
LEFT_OUT = {
    "former identity.bsn",
    "person.bsn",
    "person.bsn_index",
    "person.family_sound",
    "stem of contact.stem",
    "stem of contact.happened_on",
}
# Who looked, who covered and who was told that something moved is of colleagues; stems are made from his contact.
NO_KIND = {AccessEntry, Cover, Notice, ContactStem}
AT_THE_TOP = {Person, Trajectory}


def archived(scene: Scene) -> dict[str, Any]:
    found = Trajectory.objects.select_related("person", "municipality", "referral")
    trajectory = found.get(pk=scene.files[GUIDED_HERE].records["trajectory"].pk)
    return archive_of(trajectory, viewer=scene.cast.noor.acting(scene.at), on=day(scene.at))


def test_every_secret_of_his_stands_in_it_and_none_of_another(scene: Scene):
    text = json.dumps(archived(scene), ensure_ascii=False)
    found = [secret for secret in scene.hoard.found_in(text) if secret.field != "ref"]
    his = {secret.place for secret in scene.files[GUIDED_HERE].secrets if secret.field != "ref"}
    assert {secret.place for secret in found if secret.file == GUIDED_HERE} == his - LEFT_OUT
    assert {secret.file for secret in found} <= {GUIDED_HERE, "the social map here"}


def test_every_kind_that_is_kept_with_a_trajectory_has_a_place():
    placed = {kind.model for kind in KINDS} | NO_KIND | AT_THE_TOP
    for model in kept_with_a_trajectory():
        assert model in placed, (
            f"{model.__name__} is kept with a trajectory: give it a place in the archive "
            "(desk/pages/archive_kinds.py), or say here why it has none."
        )


def test_every_field_of_a_kind_has_a_name_or_is_silent():
    for kind in KINDS:
        for field in kind.model._meta.concrete_fields:
            named = {*LABELS, *LABELS_OF.get(kind.model, ()), *SILENT, *SILENT_OF.get(kind.model, ())}
            assert field.name in named, (
                f"{kind.model.__name__}.{field.name}: what is it called in the archive (LABELS)?"
            )
