"""Two entries that may be one are found, merged, kept apart, and taken apart again."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.partners.actions import keep_apart, merge_listings, undo_merge
from regie.partners.models import Apart, Merge, MergeUndone, Professional
from regie.partners.queries import look_alikes, merges_of, organisations_on_map, pairs_on_map
from regie.partners.rules import Described, pairs_alike
from regie.privacy.models import JournalEntry
from tests.factories.partners import organisation, prison, professional

TODAY = date(2026, 11, 18)


@pytest.fixture
def two(cast, now):
    """The bank as it was typed twice, each with somebody; the second knows the number."""
    first = organisation(cast, at=now, note="Tot 12 uur")
    second = organisation(
        cast, "Krediet-bank Limburg", at=now, phone="046 4777777", place="", note="Tot 5 uur"
    )
    professional(cast, "Els", at=now, organisation=first)
    professional(cast, "Piet", at=now, organisation=second)
    return first, second


def fresh(row):
    return type(row).objects.get(pk=row.pk)


def staff(row) -> list[str]:
    return sorted(Professional.objects.filter(organisation=row).values_list("name", flat=True))


def verbs() -> list[str]:
    kept = ["listings.merged", "merge.undone", "listings.kept_apart"]
    return list(JournalEntry.objects.filter(verb__in=kept).order_by("pk").values_list("verb", flat=True))


class TestFound:
    @pytest.mark.parametrize(
        ("one", "other", "by"),
        [
            (("Kredietbank",), ("krediet bank",), ["name"]),
            (("A", "+31464777777"), ("B", "+31464777777"), ["phone"]),
            (("A", "", "x@y.nl"), ("B", "", "x@y.nl"), ["email"]),
            (("Kredietbank Limburg",), ("Kredietbank Limborg",), ["sound"]),
            (("Humanitas", "", "", "Sittard"), ("Humanitas", "", "", "Heerlen"), []),
            (("Humanitas", "", "", "Sittard"), ("Humanitas", "", "", ""), ["name"]),
            (("Moveoo", "", "", "Sittard"), ("Woonpunt", "", "", "Sittard"), []),
            (("A", "+31464777777", "x@y.nl"), ("a", "+31464777777", "x@y.nl"), ["name", "phone", "email"]),
            (("", ""), ("", ""), []),
            (("Wijkteam 1",), ("Wijkteam 2",), []),
            (("Wijkteam 1",), ("Wijk-team 1",), ["name"]),
            (("Wijkteem 1",), ("Wijkteam 1",), ["sound"]),
        ],
    )
    def test_by_what_two_are_alike(self, one, other, by):
        found = pairs_alike([Described(2, *one), Described(1, *other)])
        assert found == ({(1, 2): tuple(by)} if by else {})

    def test_a_number_of_a_switchboard_says_nothing(self):
        many = [Described(n, f"{'abcdefgh'[n] * 5}", "+3114046") for n in range(6)]
        assert pairs_alike(many) == {}
        assert len(pairs_alike(many[:5])) == 10

    def test_a_number_of_the_desk_of_two_colleagues_says_nothing(self):
        els, jan = (
            Described(n, name, "+31464777777", works_at=7, is_person=True)
            for n, name in ((1, "Els"), (2, "Jan"))
        )
        assert pairs_alike([els, jan]) == {}
        assert pairs_alike([els, replace(jan, works_at=8)])

    def test_on_the_map_without_what_is_elsewhere_gone_or_of_the_country(self, cast, now, two):
        first, second = two
        prison(at=now)
        organisation(cast, at=now, where=cast.elsewhere, by=cast.bas)
        organisation(cast, "PI Sittard", at=now)
        organisation(cast, at=now).end(by=cast.noor.acting(now), at=now)
        (pair,) = pairs_on_map(cast.noor.acting(now), on=TODAY)
        assert (pair.one, pair.other, pair.by) == (first, second, ("name",))
        (pair,) = look_alikes(second, cast.noor.acting(now), on=TODAY)
        assert (pair.one, pair.other) == (second, first)
        assert pairs_on_map(cast.bas.acting(now), on=TODAY) == []


class TestMerging:
    def test_who_worked_there_moves_and_what_was_empty_is_filled(self, cast, now, two):
        first, second = two
        merge = merge_listings(kept=first, gone=second, by=cast.fatima.acting(now), at=now)
        kept, gone = fresh(first), fresh(second)
        assert (kept.phone, kept.note, kept.place) == ("+31464777777", "Tot 12 uur", "Sittard")
        assert gone.ended_on == TODAY
        assert staff(first) == ["Els", "Piet"]
        assert list(organisations_on_map(cast.noor.acting(now), on=TODAY)) == [first]
        assert merges_of(first) == merges_of(second) == [merge]
        entries = JournalEntry.objects.filter(verb="listings.merged").order_by("pk")
        assert [(entry.subject, entry.fields) for entry in entries] == [
            (first.ref, ["phone", "professionals"]),
            (second.ref, []),
        ]

    def test_professionals_too(self, cast, now, two):
        first, _ = two
        one, other = professional(cast, "Kim", at=now), professional(cast, "Kim", at=now, organisation=first)
        merge_listings(kept=one, gone=other, by=cast.noor.acting(now), at=now)
        assert fresh(one).organisation == first

    def test_undone_everything_is_as_it_was(self, cast, now, two):
        first, second = two
        before = [(row.account, staff(row)) for row in two]
        merge = merge_listings(kept=first, gone=second, by=cast.noor.acting(now), at=now)
        undo_merge(merge=merge, by=cast.sem.acting(now), at=now)
        assert [(fresh(row).account, staff(row)) for row in two] == before
        assert set(organisations_on_map(cast.noor.acting(now), on=TODAY)) == set(two)
        assert merges_of(first) == []
        assert verbs() == ["listings.merged"] * 2 + ["merge.undone"] * 2

    def test_undoing_leaves_what_somebody_changed_since(self, cast, now, two):
        first, second = two
        merge = merge_listings(kept=first, gone=second, by=cast.noor.acting(now), at=now)
        kept = fresh(first)
        kept.change(account=replace(kept.account, phone="112"), by=cast.noor.acting(now), at=now)
        piet = Professional.objects.get(name="Piet")
        elsewhere = organisation(cast, "Elders", at=now)
        piet.change(account=replace(piet.account, organisation=elsewhere), by=cast.noor.acting(now), at=now)
        undo_merge(merge=merge, by=cast.noor.acting(now), at=now)
        assert fresh(first).phone == "112"
        assert (staff(first), staff(second), staff(elsewhere)) == (["Els"], [], ["Piet"])

    def test_merged_on_and_on_it_is_undone_from_the_last(self, cast, now, two):
        first, second = two
        third, by = organisation(cast, "Kredietbank Limburg BV", at=now), cast.noor.acting(now)
        one = merge_listings(kept=first, gone=second, by=by, at=now)
        other = merge_listings(kept=third, gone=first, by=by, at=now)
        assert staff(third) == ["Els", "Piet"]
        with pytest.raises(NotNow, match="Maak eerst ongedaan wat daarna kwam"):
            undo_merge(merge=one, by=by, at=now)
        undo_merge(merge=other, by=by, at=now)
        undo_merge(merge=one, by=by, at=now)
        assert (staff(first), staff(second), staff(third)) == (["Els"], ["Piet"], [])

    def test_who_has_a_moved_colleague_open_is_told(self, cast, now, two):
        first, second = two
        piet = Professional.objects.get(name="Piet")
        merge_listings(kept=first, gone=second, by=cast.noor.acting(now), at=now)
        with pytest.raises(NotNow, match="intussen al verbeterd"):
            piet.change(account=replace(piet.account, phone="112"), seen=1, by=cast.sem.acting(now), at=now)


class TestKeptApart:
    def test_it_is_remembered_whoever_was_first(self, cast, now, two):
        first, second = two
        for one, other in ((second, first), (first, second)):
            keep_apart(one=one, other=other, by=cast.noor.acting(now), at=now)
        assert pairs_on_map(cast.noor.acting(now), on=TODAY) == []
        assert Apart.objects.count() == 1
        assert verbs() == ["listings.kept_apart"] * 2


class TestTwiceAndAtOnce:
    def test_merged_and_undone_twice_is_once(self, cast, now, two):
        first, second = two
        by = cast.noor.acting(now)
        made = [merge_listings(kept=first, gone=second, by=by, at=now) for _ in range(2)]
        assert made[0] == made[1]
        for _ in range(2):
            undo_merge(merge=made[0], by=by, at=now)
        assert (Merge.objects.count(), MergeUndone.objects.count()) == (1, 1)
        assert len(verbs()) == 4
        again = merge_listings(kept=first, gone=second, by=by, at=now)
        assert again != made[0]

    def test_the_other_way_round_is_too_late(self, cast, now, two):
        first, second = two
        merge_listings(kept=first, gone=second, by=cast.noor.acting(now), at=now)
        with pytest.raises(NotNow, match="niet meer op de sociale kaart"):
            merge_listings(kept=second, gone=first, by=cast.sem.acting(now), at=now)


class TestItIsRefused:
    @pytest.mark.parametrize("who", ["bas", "ada"])
    def test_for_the_wrong_person(self, cast, now, two, who):
        first, second = two
        merge = merge_listings(kept=first, gone=second, by=cast.noor.acting(now), at=now)
        third = organisation(cast, "Kredietbank Limburg BV", at=now)
        by, before = getattr(cast, who).acting(now), JournalEntry.objects.count()
        for attempt in (
            lambda: merge_listings(kept=first, gone=third, by=by, at=now),
            lambda: undo_merge(merge=merge, by=by, at=now),
            lambda: keep_apart(one=first, other=third, by=by, at=now),
        ):
            with pytest.raises(NotAllowed):
                attempt()
        assert JournalEntry.objects.count() == before

    def test_for_what_cannot_be_one(self, cast, now, two):
        first, _ = two
        both = cast.noor.acting(now)
        there = organisation(cast, at=now, where=cast.elsewhere, by=cast.bas)
        both = replace(both, posts=both.posts | cast.bas.acting(now).posts)
        for other in (first, there, Professional.objects.first()):
            for act in (
                lambda other=other: merge_listings(kept=first, gone=other, by=both, at=now),
                lambda other=other: keep_apart(one=first, other=other, by=both, at=now),
            ):
                with pytest.raises(NotValid, match="niet twee vermeldingen"):
                    act()

    def test_a_facility(self, cast, now, two):
        with pytest.raises(NotAllowed):
            merge_listings(kept=two[0], gone=prison(at=now), by=cast.noor.acting(now), at=now)


@pytest.mark.parametrize("pairing", ["none", "itself", "one", "mixed"])
@pytest.mark.parametrize("model", [Merge, Apart])
def test_the_database_holds_a_pair_to(cast, now, two, pairing, model):
    first, second = two
    els = Professional.objects.first()
    named = {
        "none": {},
        "itself": {"organisation": first, "other_organisation": first},
        "one": {"organisation": first},
        "mixed": {"organisation": first, "other_organisation": second, "professional": els},
    }[pairing]
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.create(**named, **model.stamp(by=cast.noor.acting(now), at=now))


def test_the_database_keeps_two_apart_once(cast, now, two):
    stamp = Apart.stamp(by=cast.noor.acting(now), at=now)
    for people in (False, True):
        rows = list(Professional.objects.order_by("pk")) if people else two
        Apart.objects.create(**Apart.named(*rows), **stamp)
        with pytest.raises(IntegrityError), transaction.atomic():
            Apart.objects.create(**Apart.named(*rows), **stamp)
