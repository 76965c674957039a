"""A programme manager says what is counted; another count is the next version, and what was counted before stays."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.indicators.models import Definition, Indicator, Observation
from regie.privacy.enums import Verb
from regie.privacy.models import JournalEntry
from tests.cast import sign_in
from tests.factories.measures import COUNTED, account, define, indicator

LATER = {"since": date(2024, 1, 1), "difference": "Ook wie wacht op een rekening."}


class TestItWorks:
    def test_an_indicator_of_ones_own_and_what_it_counts(self, cast, now):
        one = indicator(cast, at=now)
        first = define(one, cast, at=now)
        second = define(one, cast, at=now, seen=1, **LATER)
        assert [first.version, second.version] == [1, 2]
        assert first.account == COUNTED
        verbs = JournalEntry.objects.filter(subject=one.ref).order_by("pk")
        assert [entry.verb for entry in verbs] == [Verb.INDICATOR_ADDED] + [Verb.INDICATOR_DEFINED] * 2
        assert {entry.chain_id for entry in verbs} == {"GM1883"}

    def test_twice_sent_is_once(self, cast, now):
        import uuid

        sent = uuid.uuid4()
        told = {
            "municipality": cast.here,
            "name": "Iets",
            "submission": sent,
            "by": cast.rosa.acting(now),
            "at": now,
        }
        assert Indicator.add(**told) == Indicator.add(**told)
        one = indicator(cast, at=now)
        asked = {
            "indicator": one,
            "account": COUNTED,
            "submission": sent,
            "by": cast.rosa.acting(now),
            "at": now,
        }
        assert Definition.write(**asked) == Definition.write(**asked)

    def test_the_page_shows_it(self, cast, now, rosa):
        url = reverse("office:add_indicator")
        sent = rosa.post(url, {"name": " Jongeren  met werk ", "municipality": cast.here.pk}, follow=True)
        one = Indicator.objects.get(name="Jongeren met werk")
        assert "Vul nu in wat er wordt geteld." in sent.content.decode()
        told = {"measures": "Deel met werk.", "unit": "percent", "source": "Eigen telling.", "seen": "0"}
        page = rosa.post(
            reverse("office:define_indicator", args=[one.ref]), told, follow=True
        ).content.decode()
        for words in ("Definitie vastgelegd.", "Deel met werk.", "procent", "Er zijn nog geen cijfers."):
            assert words in page
        assert "Niet meetbaar" not in page

    def test_without_a_definition_it_is_not_measurable(self, cast, now, noor):
        one = indicator(cast, at=now)
        page = noor.get(reverse("office:indicator", args=[one.ref])).content.decode()
        assert "Niet meetbaar: definitie ontbreekt" in page
        assert "Niet meetbaar: definitie ontbreekt" in noor.get(reverse("office:indicators")).content.decode()
        assert "Cijfer invoeren" not in page


class TestItIsRefused:
    @pytest.mark.parametrize("who", ["noor", "fatima", "wil", "ada", "bas"])
    def test_for_who_only_reads(self, cast, now, who):
        one, by = indicator(cast, at=now), getattr(cast, who)
        with pytest.raises(NotAllowed):
            indicator(cast, "Iets anders", at=now, by=by)
        with pytest.raises(NotAllowed):
            define(one, cast, at=now, by=by)
        assert sign_in(by).get(reverse("office:define_indicator", args=[one.ref])).status_code == 403

    def test_of_what_is_shipped(self, cast, now):
        shared = Indicator.objects.create(
            code="x", kind="reference", name="Recidive", **Indicator.stamp(by=cast.rosa.acting(now), at=now)
        )
        with pytest.raises(NotAllowed, match="landelijk"):
            define(shared, cast, at=now)

    @pytest.mark.parametrize(
        ("said", "field"),
        [
            ({"measures": " "}, "measures"),
            ({"source": ""}, "source"),
            ({"measures": "a" * 501}, "measures"),
            ({"since": None, "seen": 1}, "since"),
            ({"since": date(2024, 1, 1), "difference": " ", "seen": 1}, "difference"),
        ],
    )
    def test_what_does_not_say_enough(self, cast, now, said, field):
        one = indicator(cast, at=now)
        if said.get("seen"):
            define(one, cast, at=now)
        with pytest.raises(NotValid) as refused:
            define(one, cast, at=now, **said)
        assert refused.value.field == field

    def test_the_same_name_twice(self, cast, now):
        indicator(cast, at=now)
        with pytest.raises(NotValid) as refused:
            indicator(cast, "jongeren met een REKENING", at=now)
        assert refused.value.field == "name"

    @pytest.mark.parametrize(("name", "field"), [(" ", "name"), ("a" * 201, "name")])
    def test_without_a_name_that_fits(self, cast, now, name, field):
        with pytest.raises(NotValid) as refused:
            indicator(cast, name, at=now)
        assert refused.value.field == field

    def test_over_what_somebody_else_wrote_meanwhile(self, cast, now):
        one = indicator(cast, at=now)
        define(one, cast, at=now)
        with pytest.raises(NotNow):
            define(one, cast, at=now, seen=0, **LATER)
        with pytest.raises(NotNow):
            define(one, cast, at=now, seen=7, **LATER)

    def test_a_definition_is_never_changed(self, cast, now):
        made = define(indicator(cast, at=now), cast, at=now)
        with pytest.raises(TypeError):
            made.save()
        with pytest.raises(TypeError):
            Definition.objects.all().update(unit="number")


class TestTheDatabaseHoldsItTo:
    @pytest.mark.parametrize(
        "wrong",
        [
            {"version": 1},
            {"version": 2},
            {"version": 2, **LATER, "since": None},
            {"version": 2, **LATER, "unit": "mijl"},
        ],
    )
    def test_one_definition_of_a_version_with_its_difference(self, cast, now, wrong):
        made = define(indicator(cast, at=now), cast, at=now)
        told = vars(COUNTED) | Definition.stamp(by=cast.rosa.acting(now), at=now) | wrong
        with pytest.raises(IntegrityError), transaction.atomic():
            Definition.objects.create(indicator=made.indicator, **told)

    @pytest.mark.parametrize(
        "wrong", [{"name": ""}, {"kind": "iets"}, {"municipality": None}, {"code": "dubbel"}]
    )
    def test_an_indicator_with_a_name_and_a_kind(self, cast, now, wrong):
        stamp = Indicator.stamp(by=cast.rosa.acting(now), at=now)
        told = {"name": "Iets", "kind": "measure", "municipality": cast.here} | stamp
        Indicator.objects.create(**told | {"code": "dubbel"})
        with pytest.raises(IntegrityError), transaction.atomic():
            Indicator.objects.create(**told | wrong)


def test_what_another_municipality_measures_stays_there(cast, now, bas, noor):
    from regie.accounts.enums import Role
    from tests.cast import employ

    there = employ("Loek", Role.PROGRAMME_MANAGER, cast.elsewhere, at=now)
    one = indicator(cast, "Van Heerlen", at=now, by=there, where=cast.elsewhere)
    assert "Van Heerlen" in bas.get(reverse("office:indicators")).content.decode()
    assert "Van Heerlen" not in noor.get(reverse("office:indicators")).content.decode()
    assert noor.get(reverse("office:indicator", args=[one.ref])).status_code == 404
    by = cast.rosa.acting(now)
    shared = Indicator.objects.create(
        code="x", kind="reference", name="Van het land", **Indicator.stamp(by=by, at=now)
    )
    with transaction.atomic():
        Observation.write(define(one, cast, at=now, by=there), None, account(), by=by, at=now)
    assert shared in Indicator.objects.visible_to(by)
    assert Observation.objects.visible_to(by).count() == 1
    for model in (Indicator, Observation):
        assert not model.objects.visible_to(cast.ada.acting(now)).exists()
