"""His environment in a picture: nobody on top of another, nobody jumps, and the table says all of it."""

from collections import Counter
from itertools import combinations, product

import pytest
from django.test import Client
from django.urls import reverse

from regie.desk.pages.sociogram import RINGS, SHAPES, sociogram
from regie.detention.enums import SpecialConditionKind
from regie.detention.models.special_condition import SpecialConditionAccount
from regie.figures.rules import SEATS, Around, RingDrawing, on_rings
from regie.figures.rules.lettering import FONT, wide
from regie.plans.enums import Closeness, Influence, NoContact, Tie
from regie.plans.models import NetworkMember
from regie.plans.queries import network_of
from regie.plans.rules import NetworkAccount
from regie.trajectories.actions import tell_detention
from tests.cast import Cast
from tests.factories.around import know

LONG, RTL = "Mevrouw van der Wielen-Bartholomeus van de overkant", "يوسف العمراني"
GROUND = {"reason": "Samen opgepakt.", "reason_source": "Vonnis"}


def somebody(number: int, ring: int) -> Around:
    return Around(ring, "supports", f"{LONG} {number}", "Iemand anders · steunt")


def member(name: str, **told) -> NetworkMember:
    """Somebody who was told of, as far as a picture goes."""
    whole = {"tie": Tie.FRIEND} | told
    account = NetworkAccount(None, name, **whole)
    return NetworkMember(pk=hash(name), **vars(account))


def boxes(drawing: RingDrawing) -> list[tuple[float, float, float, float]]:
    """Where the words of each stand."""
    found = []
    for one in drawing.seated:
        room = 6 + max(wide(one.label), wide(one.note))
        low, high = (one.label_x - room, one.label_x) if one.left else (one.label_x, one.label_x + room)
        found.append((low, one.label_y - FONT, high, one.label_y + 18 + FONT // 3))
    return found


class TestTwentyFit:
    @pytest.mark.parametrize("where", [(0,), (3,), (0, 1, 2, 3)])
    def test_no_words_and_no_shapes_lie_on_each_other(self, where: tuple[int, ...]):
        people = [somebody(number, where[number % len(where)]) for number in range(SEATS)]
        drawing = on_rings(people, rings=list("abcd"))
        for (a, b, c, d), (e, f, g, h) in combinations(boxes(drawing), 2):
            assert c <= e or g <= a or d <= f or h <= b
        for one, other in combinations(drawing.seated, 2):
            assert (one.x - other.x) ** 2 + (one.y - other.y) ** 2 >= 18**2

    def test_all_of_it_stands_within_the_picture_and_outside_the_rings(self):
        drawing = on_rings([somebody(n, n % 4) for n in range(SEATS)], rings=list("abcd"))
        outer = max(ring.radius for ring in drawing.rings)
        for low, top, high, bottom in boxes(drawing):
            assert low >= 0
            assert high <= drawing.width
            assert top >= 0
            assert bottom <= drawing.height
            assert high <= drawing.x - outer or low >= drawing.x + outer
        assert min(ring.title_y for ring in drawing.rings) > 10

    def test_no_name_of_a_ring_lies_under_a_shape(self):
        for ring in range(4):
            drawing = on_rings([somebody(n, ring) for n in range(SEATS)], rings=[r.label for r in RINGS])
            for one, named in product(drawing.seated, drawing.rings):
                half = wide(named.title) * 13 / FONT / 2
                beside = abs(one.x - drawing.x) >= half + 9
                above_or_below = not named.title_y - 20 < one.y < named.title_y + 12
                assert beside or above_or_below

    def test_who_comes_later_moves_nobody(self):
        people = [somebody(number, number % 4) for number in range(SEATS)]
        whole = on_rings(people, rings=list("abcd")).seated
        for number in (1, 7, 19):
            assert on_rings(people[:number], rings=list("abcd")).seated == whole[:number]

    def test_one_more_does_not_fit(self):
        with pytest.raises(ValueError, match="21 people"):
            on_rings([somebody(n, 0) for n in range(SEATS + 1)], rings=["a"])


class TestHowEachIsDrawn:
    def test_every_kind_has_a_shape_of_its_own_and_words(self):
        people = [member(f"{one}", influence=one) for one in Influence]
        seated = sociogram(people, name="Jayden").drawing.seated
        assert len({one.who.shape for one in seated}) == len(Influence) == len(set(SHAPES.values()))
        assert len({one.note for one in seated}) == len(Influence)

    def test_near_is_within_far(self):
        people = [member(f"{one}", closeness=one) for one in Closeness]
        drawing = sociogram(people, name="Jayden").drawing
        assert [ring.title for ring in drawing.rings] == ["Dichtbij", "Gewoon", "Ver weg", "Niet bekend"]
        assert [one.who.ring for one in drawing.seated] == [0, 1, 2, 3]

    def test_no_contact_bars_the_line_and_is_said(self):
        (apart,) = sociogram([member("Kim", no_contact=NoContact.BAN)], name="Jayden").drawing.seated
        assert apart.who.barred
        assert apart.note.startswith("geen contact · ")
        (near,) = sociogram([member("Oma")], name="Jayden").drawing.seated
        assert not near.who.barred

    def test_of_forty_those_who_support_him_are_drawn_and_the_others_are_counted(self):
        people = [
            member(f"Nummer {n}", influence=Influence.SUPPORTS if n % 2 else Influence.UNKNOWN)
            for n in range(40)
        ]
        drawn = sociogram(people, name="Jayden")
        assert Counter(one.who.shape for one in drawn.drawing.seated) == {"supports": SEATS}
        assert [one.who.label for one in drawn.drawing.seated] == [f"Nummer {n}" for n in range(1, 40, 2)]
        assert drawn.outside.endswith("20 anderen staan alleen in de tabel.")
        assert sociogram(people[:21], name="J").outside.endswith("1 ander staat alleen in de tabel.")
        assert sociogram(people[:20], name="J").outside == ""


class TestThePage:
    def test_the_table_says_what_the_picture_says(self, cast: Cast, trajectory, now, noor: Client):
        for name in (LONG, RTL, "<b>Dave</b>"):
            know(trajectory, by=cast.noor, at=now, name=name, influence="risky", closeness="far", **GROUND)
        page = noor.get(reverse("desk:around", args=[trajectory.person.ref])).content.decode()
        assert 'role="img" aria-label="Tekening van de mensen om Jayden Muller heen.' in page
        assert page.count('class="sociogram__label"') == 3
        table = page[page.index("<table") : page.index("</table>")]
        for words in (LONG, RTL, "&lt;b&gt;Dave&lt;/b&gt;", "Ver weg", "Geeft risico"):
            assert words in table
        assert "<b>Dave" not in page

    def test_with_nobody_there_is_no_picture(self, trajectory, noor: Client):
        page = noor.get(reverse("desk:around", args=[trajectory.person.ref])).content.decode()
        assert "Nog niemand" in page
        assert "<figure" not in page

    def test_a_ban_that_was_laid_on_him_stands_beside_it_and_not_in_it(
        self, cast: Cast, trajectory, now, noor: Client
    ):
        for kind, words in (
            (SpecialConditionKind.CONTACT_BAN, "Geen contact met Kim."),
            (SpecialConditionKind.AREA_BAN, "Niet in Geleen."),
        ):
            account = SpecialConditionAccount(kind, words)
            told = {"trajectory": trajectory, "account": account, "source": "Vonnis"}
            tell_detention(**told, by=cast.noor.acting(now), at=now)
        ended = SpecialConditionAccount(
            SpecialConditionKind.CONTACT_BAN, "Geen contact met Bo.", ended_on=now.date()
        )
        tell_detention(trajectory=trajectory, account=ended, by=cast.noor.acting(now), at=now)
        page = noor.get(reverse("desk:around", args=[trajectory.person.ref])).content.decode()
        assert page.count("Geen contact met Kim.") == 1
        assert "Niet in Geleen." not in page
        assert "Geen contact met Bo." not in page
        assert network_of(trajectory) == []
