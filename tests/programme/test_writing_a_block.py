"""Rosa writes a block of the page, writes it anew, and takes it off."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from regie.accounts.enums import Role
from regie.accounts.models import User
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.privacy.models import JournalEntry
from regie.programme.enums import BlockKind
from regie.programme.models import Block, Intervention
from regie.programme.rules import BlockAccount
from tests.cast import Cast, employ, sign_in
from tests.factories.programme import write


@pytest.fixture
def block(plan: Intervention, rosa: User, now) -> Block:
    """What she wrote of the region."""
    return write(plan, by=rosa, at=now)


def page_of(client: Client, plan: Intervention) -> str:
    return client.get(f"/programma/{plan.ref}/").content.decode()


def sent(client: Client, where: str, **typed: object) -> dict[str, object]:
    """The form as it was given, with these words."""
    form = client.get(where).context["form"]
    given = {name: form[name].value() for name in form.fields if form[name].value() is not None}
    return given | typed


class TestWriting:
    def test_it_stands_on_the_page(self, hers: Client, plan: Intervention):
        url = f"/programma/{plan.ref}/blok/look_back/"
        answer = hers.post(url, sent(hers, url, year="2025", text="Eerst dit.\n\nToen dat."), follow=True)
        page = answer.content.decode()
        assert "Terugblik 2025 staat op de bladzijde." in page
        assert '<p dir="auto">Eerst dit.</p><p dir="auto">Toen dat.</p>' in page

    def test_a_double_click_is_one_block(self, hers: Client, plan: Intervention):
        url = f"/programma/{plan.ref}/blok/context/"
        typed = sent(hers, url, text="Zo.")
        assert [hers.post(url, typed).status_code for _ in range(2)] == [302, 302]
        assert Block.objects.filter(kind="context").count() == 1

    def test_it_is_written_down_without_its_words(self, block: Block, rosa: User):
        entry = JournalEntry.objects.get(subject=block.ref)
        assert (entry.verb, entry.recorded_by_label) == ("block.written", "Rosa")
        assert "text" in entry.fields
        assert "Zo is het hier." not in str(vars(entry))

    @pytest.mark.parametrize("who", ["noor", "fatima", "wil", "bas"])
    def test_nobody_else_writes(self, cast: Cast, block: Block, now, who: str):
        user, plan = getattr(cast, who), block.intervention
        with pytest.raises(NotAllowed):
            write(plan, BlockKind.PLANNING, by=user, at=now)
        with pytest.raises(NotAllowed):
            block.correct(account=BlockAccount("Anders"), by=user.acting(now), at=now)
        with pytest.raises(NotAllowed):
            block.withdraw(by=user.acting(now), at=now)
        client = sign_in(user)
        for url in (f"/programma/{plan.ref}/blok/planning/", f"/programma/blokken/{block.ref}/"):
            assert client.get(url).status_code == 403
        assert client.get(f"/programma/blokken/{block.ref}/intrekking/").status_code == 403

    def test_a_reader_who_keeps_the_programme_elsewhere_does_not_write_here(
        self, cast: Cast, block: Block, now
    ):
        both = employ("Ria", Role.PROGRAMME_MANAGER, cast.elsewhere, at=now)
        plan, client = block.intervention, sign_in(both)
        assert client.get(f"/programma/{plan.ref}/blok/planning/").status_code == 404
        assert client.get(f"/programma/blokken/{block.ref}/").status_code == 404

    def test_there_is_no_block_of_an_unknown_kind(self, hers: Client, plan: Intervention):
        assert hers.get(f"/programma/{plan.ref}/blok/wens/").status_code == 404


class TestTypedWrong:
    @pytest.mark.parametrize(
        ("year", "said"),
        [
            ("twintig", "Dit is geen jaar. Vul vier cijfers in, zoals 2026."),
            ("25", "Vul een jaar in van 2015 tot en met"),
            ("2205", "Vul een jaar in van 2015 tot en met"),
            ("", "Vul dit in."),
        ],
    )
    def test_a_year_that_is_none_keeps_the_words(
        self, hers: Client, plan: Intervention, year: str, said: str
    ):
        url = f"/programma/{plan.ref}/blok/look_back/"
        page = hers.post(url, sent(hers, url, year=year, text="Wat er was.")).content.decode()
        assert said in page
        assert "Wat er was." in page
        assert not Block.objects.filter(kind="look_back").exists()

    def test_two_of_one_kind_and_year(self, hers: Client, plan: Intervention, rosa: User, now):
        write(plan, BlockKind.LOOK_BACK, year=2025, by=rosa, at=now)
        url = f"/programma/{plan.ref}/blok/look_back/"
        answer = hers.post(url, sent(hers, url, year="2025", text="Nog eens."))
        assert "“Terugblik 2025” staat al op de bladzijde." in answer.context["form"].errors["year"][0]
        assert "Nog eens." in answer.content.decode()

    def test_two_of_one_kind(self, hers: Client, block: Block):
        url = f"/programma/{block.intervention.ref}/blok/context/"
        answer = hers.post(url, sent(hers, url, text="Nog eens."))
        assert "“In de regio” staat al op de bladzijde." in answer.context["form"].errors["text"][0]

    def test_a_text_that_is_empty_or_too_long(self, hers: Client, plan: Intervention):
        url = f"/programma/{plan.ref}/blok/context/"
        assert "Vul dit in." in hers.post(url, sent(hers, url, text="  ")).content.decode()
        assert "Dit is te lang: 4.001 tekens." in hers.post(url, {"text": "a" * 4001}).content.decode()

    @pytest.mark.parametrize(
        "url", ["example", "javascript:alert(1)", "https://", "https://[", "www.example.nl"]
    )
    def test_an_address_that_is_none(self, hers: Client, plan: Intervention, url: str):
        where = f"/programma/{plan.ref}/blok/link/"
        page = hers.post(where, sent(hers, where, title="Meer", url=url)).content.decode()
        assert "Dit is geen adres van een website." in page
        assert not Block.objects.filter(title="Meer").exists()

    @pytest.mark.parametrize(
        ("kind", "year", "account", "field"),
        [
            ("context", 2025, BlockAccount("Zo."), "year"),
            ("look_back", None, BlockAccount("Zo."), "year"),
            ("context", None, BlockAccount("Zo.", title="Meer"), "text"),
            ("context", None, BlockAccount("Zo.", definition="Tellen."), "definition"),
            ("context", None, BlockAccount("a" * 4001), "text"),
            ("link", None, BlockAccount("Zo."), "title"),
        ],
    )
    def test_what_no_form_sends_is_refused_too(
        self,
        plan: Intervention,
        rosa: User,
        now,
        kind: str,
        year: int | None,
        account: BlockAccount,
        field: str,
    ):
        with pytest.raises(NotValid) as refused:
            Block.tell(intervention=plan, account=account, kind=kind, year=year, by=rosa.acting(now), at=now)
        assert refused.value.field == field


class TestWritingAnew:
    def test_the_newest_stands_and_the_older_can_be_read_back(self, hers: Client, block: Block):
        url = f"/programma/blokken/{block.ref}/"
        page = hers.post(url, sent(hers, url, text="Zo is het nu."), follow=True).content.decode()
        assert "In de regio bijgewerkt." in page
        assert "Zo is het nu." in page
        assert "Zo is het hier." not in page
        before = hers.get(url).content.decode()
        assert before.index("Zo is het nu.") < before.index("Zo is het hier.")
        assert JournalEntry.objects.get(verb="block.rewritten").subject == block.ref

    def test_the_same_words_are_no_version(self, hers: Client, block: Block):
        url = f"/programma/blokken/{block.ref}/"
        hers.post(url, sent(hers, url))
        assert Block.objects.filter(ref=block.ref).count() == 1

    def test_who_saw_an_older_one_is_told_and_keeps_his_words(
        self, hers: Client, block: Block, cast: Cast, now
    ):
        url = f"/programma/blokken/{block.ref}/"
        typed = sent(hers, url, text="Van Rosa.")
        rob = employ("Rob", Role.PROGRAMME_MANAGER, cast.here, at=now)
        block.correct(account=BlockAccount("Van Rob."), by=rob.acting(now), at=now)
        page = hers.post(url, typed).content.decode()
        assert "Iemand anders heeft dit intussen al verbeterd." in page
        assert "Van Rosa." in page
        with pytest.raises(NotNow):
            block.correct(account=BlockAccount("Te laat."), by=rob.acting(now), at=now)

    def test_a_result_gets_its_definition(self, hers: Client, plan: Intervention):
        result = Block.objects.get(kind="result")
        url = f"/programma/blokken/{result.ref}/"
        page = hers.post(
            url, sent(hers, url, definition="Het aantal per jaar."), follow=True
        ).content.decode()
        assert "Zo wordt het gemeten: Het aantal per jaar." in page
        assert "Niet meetbaar" not in page


class TestTakingOff:
    def test_it_is_gone_and_can_be_written_again(self, hers: Client, block: Block, rosa: User, now):
        page = hers.post(f"/programma/blokken/{block.ref}/intrekking/", follow=True).content.decode()
        assert "In de regio is van de bladzijde gehaald." in page
        assert "Zo is het hier." not in page
        assert hers.get(f"/programma/blokken/{block.ref}/").status_code == 404
        assert JournalEntry.objects.get(verb="block.withdrawn").subject == block.ref
        later = now + timedelta(hours=1)
        again = write(block.intervention, text="Toch weer.", by=rosa, at=later)
        assert again.ref == block.ref
        assert [one.withdrawn for one in Block.objects.filter(ref=block.ref).order_by("pk")] == [
            False,
            True,
            False,
        ]

    def test_several_links_stand_beside_each_other(self, hers: Client, plan: Intervention, rosa: User, now):
        write(plan, BlockKind.LINK, "", title="Meer", url="https://www.example.nl/meer", by=rosa, at=now)
        page = page_of(hers, plan)
        assert '<a href="https://www.example.nl/meer"' in page
        assert "Maak het ze niet te gemakkelijk" in page
        assert page.count("Meer informatie") == 1


class TestTheDatabaseHoldsItTo:
    @pytest.mark.parametrize(
        "told",
        [
            {"kind": "context", "text": "Nog eens."},
            {"kind": "look_back", "year": 2025, "text": "Nog eens."},
            {"kind": "look_back", "text": "Zonder jaar."},
            {"kind": "planning", "year": 2025, "text": "Met een jaar."},
            {"kind": "planning"},
            {"kind": "wens", "text": "Onbekend."},
        ],
    )
    def test_blocks_that_cannot_be(self, block: Block, rosa: User, now, told: dict[str, object]):
        write(block.intervention, BlockKind.LOOK_BACK, year=2025, by=rosa, at=now)
        stamp = Block.stamp(by=rosa.acting(now), at=now)
        with pytest.raises(IntegrityError), transaction.atomic():
            Block.objects.create(intervention=block.intervention, happened_on=now.date(), **told, **stamp)
