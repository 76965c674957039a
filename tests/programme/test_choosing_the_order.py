"""Rosa chooses in which order the blocks stand."""

import pytest
from django.test import Client

from regie.accounts.models import User
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.privacy.models import JournalEntry
from regie.programme.enums import BlockKind
from regie.programme.models import BlockOrder, Intervention
from tests.cast import Cast, sign_in

OWN = list(BlockKind.values)


def headings(client: Client, plan: Intervention) -> list[str]:
    return [one.part.title for one in client.get(f"/programma/{plan.ref}/").context["page"].shown]


def numbers(client: Client, plan: Intervention, **places: object) -> dict[str, object]:
    form = client.get(f"/programma/{plan.ref}/volgorde/").context["form"]
    return {name: form[name].value() or "" for name in form.fields} | places


class TestChoosing:
    def test_the_lowest_number_stands_first(self, hers: Client, plan: Intervention):
        assert headings(hers, plan)[0] == "Waar het om gaat"
        url = f"/programma/{plan.ref}/volgorde/"
        answer = hers.post(url, numbers(hers, plan, place_result=0), follow=True)
        assert "Volgorde gekozen." in answer.content.decode()
        assert headings(hers, plan)[:2] == ["Resultaat", "Waar het om gaat"]
        assert JournalEntry.objects.get(verb="block_order.chosen").fields == ["kinds"]

    def test_the_same_order_is_no_other(self, hers: Client, plan: Intervention):
        url = f"/programma/{plan.ref}/volgorde/"
        for _ in range(2):
            hers.post(url, numbers(hers, plan))
        assert BlockOrder.objects.count() == 1

    @pytest.mark.parametrize(
        ("typed", "said"),
        [("eerst", "Vul een heel getal in"), ("", "Vul een plek in"), ("-1", "Vul een plek in")],
    )
    def test_a_place_that_is_none(self, hers: Client, plan: Intervention, typed: str, said: str):
        url = f"/programma/{plan.ref}/volgorde/"
        page = hers.post(url, numbers(hers, plan, place_result=typed, place_link=77)).content.decode()
        assert said in page
        assert 'value="77"' in page

    def test_a_colleague_was_earlier(self, hers: Client, plan: Intervention, rosa: User, now):
        url, by = f"/programma/{plan.ref}/volgorde/", rosa.acting(now)
        BlockOrder.choose(intervention=plan, kinds=OWN, by=by, at=now)
        typed = numbers(hers, plan, place_result=0)
        holding = BlockOrder.objects.get()
        BlockOrder.choose(intervention=plan, kinds=OWN[::-1], seen=holding.pk, by=by, at=now)
        assert "Iemand anders heeft dit intussen al verbeterd." in hers.post(url, typed).content.decode()
        with pytest.raises(NotNow):
            BlockOrder.choose(intervention=plan, kinds=OWN, seen=holding.pk, by=by, at=now)

    @pytest.mark.parametrize("kinds", [OWN[:-1], [*OWN, "link"], [*OWN[:-1], "wens"]])
    def test_an_order_that_leaves_something_out(self, plan: Intervention, rosa: User, now, kinds: list[str]):
        with pytest.raises(NotValid):
            BlockOrder.choose(intervention=plan, kinds=kinds, by=rosa.acting(now), at=now)

    @pytest.mark.parametrize("who", ["noor", "fatima", "wil", "bas"])
    def test_nobody_else_chooses(self, cast: Cast, plan: Intervention, now, who: str):
        user = getattr(cast, who)
        with pytest.raises(NotAllowed):
            BlockOrder.choose(intervention=plan, kinds=OWN, by=user.acting(now), at=now)
        assert sign_in(user).get(f"/programma/{plan.ref}/volgorde/").status_code == 403
