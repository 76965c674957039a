"""Searching: whatever is typed, it finds nobody whom the searcher may not see, and answers as if he were not there."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.isolation.asking import undone
from tests.isolation.reading import told_by
from tests.isolation.scene import GUIDED_HERE, GUIDED_THERE, OPEN_HERE, OPEN_THERE, File, Scene
from tests.isolation.secrets import found
from tests.isolation.viewers import VIEWERS, Viewer

FILES = (GUIDED_HERE, OPEN_HERE, GUIDED_THERE, OPEN_THERE)
SEARCHING = [viewer for viewer in VIEWERS if viewer.sees & set(FILES)]
NOBODY = "Xaveer Quispel"


@dataclass(frozen=True)
class Found:
    """What came of a question: whose names are listed, how many there are said to be, and all that was told."""

    names: list[str]
    title: str
    told: str


Searched = Callable[[Viewer], dict[str, Found]]


def find(client: Client, text: str) -> Found:
    response: Any = client.post(reverse("desk:search"), {"text": text}, follow=True)
    assert response.status_code == 200
    results = response.context["page"].results
    assert results is not None, f"“{text}” could not be searched by"
    return Found([row[0].text for row in results.rows], results.title, told_by(response))


def ways(file: File) -> list[str]:
    """Everything by which somebody could look for him."""
    person = file.records["person"]
    return [
        str(person),
        f"{person.family_name} {person.given_names}",
        person.family_name[:4],
        person.given_names[2:],
        f"{person.family_name}e",
        f"{person.birth_date:%d-%m-%Y}",
        f"{person.birth_date:%Y}",
        person.bsn,
    ]


@pytest.fixture(scope="module")
def searched(scene: Scene) -> Searched:
    """What somebody finds by everything that he can look for; each looks once."""
    return cache(lambda viewer: _searched(viewer, scene))


def _searched(viewer: Viewer, scene: Scene) -> dict[str, Found]:
    with undone():
        client = viewer.comes_in(scene)
        texts = [text for name in FILES for text in ways(scene.files[name])]
        return {text: find(client, text) for text in [NOBODY, *texts]}


@pytest.mark.parametrize("viewer", SEARCHING, ids=str)
def test_who_may_be_seen_is_found_and_nobody_else(scene: Scene, viewer: Viewer, searched: Searched):
    for name in FILES:
        his = str(scene.files[name].records["person"])
        for text in ways(scene.files[name]):
            answer = searched(viewer)[text]
            if text == f"{scene.files[name].records['person'].birth_date:%Y}":
                continue  # others of that year may be found too
            assert (his in answer.names) == (name in viewer.sees), f"{viewer}: “{text}” ({name})"


@pytest.mark.parametrize("viewer", SEARCHING, ids=str)
def test_who_may_not_be_seen_is_as_nobody(scene: Scene, viewer: Viewer, searched: Searched):
    nobody = searched(viewer)[NOBODY]
    for name in FILES:
        if name in viewer.sees:
            continue
        for text in ways(scene.files[name]):
            answer = searched(viewer)[text]
            leaks = [s for s in scene.hoard.found_in(answer.told) if s.file not in viewer.sees]
            known = found(scene.secrets, text)
            assert not [s for s in leaks if s not in known], f"{viewer}: “{text}” tells {leaks}"
            assert not [n for n in answer.names if n == str(scene.files[name].records["person"])]
            if not answer.names:
                assert answer.title == nobody.title
