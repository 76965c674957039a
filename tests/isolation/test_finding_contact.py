"""Searching in contact: by whatever word of it, nobody finds contact of whom he may not see."""

from typing import Any

import pytest
from django.urls import reverse

from regie.contacts.models import ContactMoment
from tests.isolation.asking import undone
from tests.isolation.reading import told_by
from tests.isolation.scene import GUIDED_HERE, GUIDED_THERE, Scene
from tests.isolation.viewer import Viewer
from tests.isolation.viewers import VIEWERS

FILES = (GUIDED_HERE, GUIDED_THERE)
SEARCHING = [viewer for viewer in VIEWERS if viewer.sees & set(FILES)] + [
    viewer for viewer in VIEWERS if viewer.name in {"officer-here", "officer-there"}
]


@pytest.mark.parametrize("viewer", SEARCHING, ids=str)
def test_who_may_be_seen_is_found_and_nobody_else(scene: Scene, viewer: Viewer):
    with undone():
        ContactMoment.objects.all().write_stems()  # what was planted was written past the verbs
        client = viewer.comes_in(scene)
        for name in FILES:
            planted = scene.files[name].records["contact"].words
            answer: Any = client.post(reverse("desk:search_contacts"), {"text": planted}, follow=True)
            found = answer.context["page"].found
            assert bool(found) == (name in viewer.sees), f"{viewer}: “{planted}” ({name})"
            told = scene.hoard.found_in(told_by(answer))
            leaks = [s for s in told if s.file not in viewer.sees and s.place != "contact.words"]
            assert not leaks, f"{viewer} is told {leaks}"
