"""The style sheets stand on every page, also on one for when something went wrong."""

import pytest
from django.contrib.staticfiles import finders
from django.test import Client


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/inloggen/", "/bestaat-niet/"])
def test_every_style_sheet_is_linked_and_there(client: Client, address: str):
    page = client.get(address).content.decode()
    linked = [line.split('"')[3] for line in page.splitlines() if line.startswith('<link rel="stylesheet"')]
    assert len(linked) >= 14
    assert all(finders.find(sheet.removeprefix("/static/")) for sheet in linked)
