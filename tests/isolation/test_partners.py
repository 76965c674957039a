"""What a partner reads of who is guided here is just what his involvement opens; of all else there is no trace."""

from typing import Any

import pytest
from django.apps import apps

from regie.base.clock import now
from regie.partners.models import Organisation
from regie.partners.queries import acting
from tests.isolation import partners
from tests.isolation.addresses import addresses
from tests.isolation.asking import Visit
from tests.isolation.scene import GUIDED_HERE, Scene
from tests.isolation.viewer import Viewer
from tests.isolation.viewers import PARTNERS

READERS = [viewer for viewer in PARTNERS if viewer.opened]
OWN_DESK = [address for address in addresses() if address.name.startswith("partnerdesk:")]


def read_by(viewer: Viewer, scene: Scene) -> set[tuple[str, str]]:
    """Every secret that stands on a page of his desk, of whichever file he asks."""
    visit = Visit(viewer, scene)
    return {
        (secret.file, secret.place)
        for address in OWN_DESK
        for asked in scene.ways_to(address)
        for secret in visit.told_at(asked)
    }


@pytest.mark.parametrize("viewer", PARTNERS, ids=str)
def test_he_reads_all_that_is_open_and_nothing_else(scene: Scene, viewer: Viewer):
    """To open a field to a partner for the first time is a decision: name it in viewers.py."""
    expected = {(GUIDED_HERE, place) for place in viewer.opened}
    found = read_by(viewer, scene)
    assert found == expected, "\n".join(map(str, sorted(found ^ expected)))


@pytest.mark.parametrize("viewer", READERS, ids=str)
def test_there_is_much_that_he_does_not_read(scene: Scene, viewer: Viewer):
    """Otherwise nothing was proven: each kind that is kept of him has secrets."""
    closed = {secret.place for secret in scene.files[GUIDED_HERE].secrets} - viewer.opened
    assert len(closed) > 100


def _asked_for_a_viewer() -> list[Any]:
    """Every model of which rows are found for a viewer."""
    return [model for model in apps.get_models() if hasattr(model._default_manager.all(), "visible_to")]


@pytest.mark.parametrize("model", _asked_for_a_viewer(), ids=lambda model: model.__name__)
def test_what_staff_may_see_no_partner_sees(scene: Scene, model: Any):
    """Also where no address would let him in: the rule itself says nothing to him."""
    viewer = acting(scene.staff[partners.INVOLVED], now())
    found = model._default_manager.visible_to(viewer)
    if model is Organisation:  # the list of facilities is the country's
        found = found.filter(municipality__isnull=False)
    assert not found.exists()
