"""Who searches finds the public page, and who reads the programme finds every version of it."""

import pytest
from django.test import Client

from regie.accounts.models import User
from regie.programme.models import Intervention, PublishedPage
from tests.cast import Cast, sign_in
from tests.factories.programme import publish, write
from tests.programme.test_publishing import PUBLIC
from tests.programme.test_writing_a_block import page_of


@pytest.fixture
def published(plan: Intervention, rosa: User, now) -> PublishedPage:
    """The first version."""
    return publish(plan, by=rosa, at=now)


class TestFoundByWhoSearches:
    """A municipality wants its page found; what it took back, and what stands there as a file, is not to be found."""

    NOT_FOUND = '<meta name="robots" content="noindex">'

    def test_the_page_is_found_and_its_files_are_not(self, published: PublishedPage):
        page = Client().get(PUBLIC)
        assert self.NOT_FOUND not in page.content.decode()
        assert "X-Robots-Tag" not in page
        for kind in ("pdf", "json"):
            assert Client().get(f"{PUBLIC}{kind}/")["X-Robots-Tag"] == "noindex"

    def test_what_was_taken_back_is_not(self, published: PublishedPage, rosa: User, now):
        published.take_back(reason="Fout.", by=rosa.acting(now), at=now)
        assert self.NOT_FOUND in Client().get(PUBLIC).content.decode()

    def test_inside_nothing_is(self, hers: Client, published: PublishedPage):
        for url in (f"/programma/versies/{published.ref}/", f"/programma/{published.intervention.ref}/"):
            assert self.NOT_FOUND in hers.get(url).content.decode()

    def test_in_the_demo_nothing_is(self, published: PublishedPage, settings):
        settings.MODE = "demo"
        assert self.NOT_FOUND in Client().get(PUBLIC).content.decode()


class TestReadingBack:
    def test_who_reads_the_programme_finds_every_version(
        self, cast: Cast, published: PublishedPage, rosa: User, now
    ):
        plan = published.intervention
        write(plan, text="Nieuw in de regio.", by=rosa, at=now)
        second = publish(plan, "De regio.", by=rosa, at=now)
        reader = sign_in(cast.noor)
        page = reader.get(f"/programma/{plan.ref}/").content.decode()
        for version in (published, second):
            url = f"/programma/versies/{version.ref}/"
            assert f'href="{url}"' in page
            assert reader.get(url).status_code == 200
        rows = reader.get(f"/programma/{plan.ref}/").context["page"].versions
        assert [row[-1].text for row in rows] == ["Iedereen leest deze", "Vervangen"]
        second.take_back(reason="Fout.", by=rosa.acting(now), at=now)
        rows = reader.get(f"/programma/{plan.ref}/").context["page"].versions
        assert [row[-1].text for row in rows] == ["Ingetrokken", "Vervangen"]

    def test_before_the_first_there_is_none(self, cast: Cast, plan: Intervention):
        assert "Gepubliceerde versies" not in page_of(sign_in(cast.noor), plan)
