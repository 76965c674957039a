"""A layer is loaded from its file: validated whole, stored as written, and never changed afterwards."""

import hashlib
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction

from regie.approach.actions import load
from regie.approach.enums import CountedFrom, Layer, ReckonedOn, Weight
from regie.approach.models import Edition
from regie.approach.queries import (
    approach_for,
    approach_of,
    approaches_for,
    editions_in_force,
    holdings_of,
    titles_of,
)
from regie.base.errors import NotNow, NotValid
from regie.privacy.models import JournalEntry
from tests.cast import TESTER, Cast
from tests.factories.approaches import SHIPPED, shipped

TODAY = date(2026, 11, 18)
NAMES = ("national", "zuid-limburg", "sittard-geleen")


def refused(text: str, now) -> list[str]:
    """What is said of a file that cannot be used: a line each."""
    before = Edition.objects.count()
    with pytest.raises(NotValid) as error:
        load(text, filename="aanpak.yaml", by=TESTER, at=now)
    assert Edition.objects.count() == before
    return error.value.sentence.splitlines()


class TestItWorks:
    def test_the_three_layers_together(self, cast: Cast):
        approach = approach_for(cast.here, on=TODAY)
        assert (approach.youngest, approach.oldest) == (18, 27)
        assert approach.reckoned_on is ReckonedOn.DAY_ONE
        assert (approach.shortest, approach.counted_from) == (24, CountedFrom.DAY_ONE)
        assert [domain.code for domain in approach.life_domains] == [
            "housing", "practical_affairs", "care", "finances_and_debts", "work_and_income",
        ]  # fmt: skip
        assert len(approach.core_tasks) == 2
        assert len(approach.phases) == 8
        assert approach.caseload is None

    def test_a_criterion_weighs_as_the_lowest_layer_says_and_asks_in_the_words_above_it(self, cast: Cast):
        asked = {criterion.code: criterion for criterion in approach_for(cast.here, on=TODAY).criteria}
        assert asked["high_impact_crime"].weight is Weight.WEIGHED
        assert asked["high_impact_crime"].question.startswith("Gaat het om een delict met veel impact")
        assert asked["regular_aftercare"].weight is Weight.NEEDED

    def test_without_a_local_layer_the_national_one_holds(self, cast: Cast):
        approach = approach_for(cast.elsewhere, on=TODAY)
        assert approach.counted_from is CountedFrom.ACCEPTANCE
        assert "regular_aftercare" not in {criterion.code for criterion in approach.criteria}

    def test_every_setting_knows_its_layer_and_how_it_differs(self, cast: Cast):
        held = holdings_of(editions_in_force(cast.here, on=TODAY))
        assert held["guidance.counted_from"].layer is Layer.LOCAL
        assert held["guidance.counted_from"].differs
        assert held["guidance.counted_from"].national_words == "de dag van aannemen"
        assert not held["guidance.shortest"].differs
        assert not held["age.oldest"].differs  # a local rule, and yet the same
        assert held["criteria.regular_aftercare"].national_words == ""

    @pytest.mark.parametrize("name", NAMES)
    def test_it_is_stored_as_written_with_its_hash(self, cast: Cast, name: str):
        edition = Edition.objects.get(text=shipped(name))
        assert edition.hash == hashlib.sha256(shipped(name).encode()).hexdigest()

    def test_the_same_text_twice_makes_nothing_twice(self, cast: Cast, now):
        before = (Edition.objects.count(), JournalEntry.objects.count())
        load(shipped("national"), filename="national.yaml", by=TESTER, at=now)
        assert (Edition.objects.count(), JournalEntry.objects.count()) == before

    def test_an_old_edition_stays_answerable(self, cast: Cast, now):
        before = editions_in_force(cast.here, on=TODAY)
        newer = shipped("national").replace("value: 24", "value: 36").replace("2024-01-01", "2026-11-01")
        load(newer, filename="national.yaml", by=TESTER, at=now)
        assert approach_for(cast.here, on=TODAY).shortest == 36
        assert approach_for(cast.here, on=date(2026, 10, 31)).shortest == 24
        assert approach_of(before).shortest == 24

    def test_every_term_knows_the_edition_that_its_rule_came_from(self, cast: Cast, now):
        text = shipped("sittard-geleen").rstrip() + NEAR_HOME
        local = load(text, filename="local.yaml", by=TESTER, at=now)
        national = Edition.objects.get(layer=Layer.NATIONAL)
        edition = {rule.code: rule.edition for rule in approach_for(cast.here, on=TODAY).deadlines}
        assert (edition.pop("home"), set(edition.values())) == (local.pk, {national.pk})
        called = {
            (local.pk, "home"): "De verhuurder bellen",
            (national.pk, "home"): "Huur opzeggen of laten doorbetalen",
        }
        assert titles_of(called) == called

    def test_what_was_loaded_later_held_on_no_day_before(self, cast: Cast, now):
        later = now + timedelta(days=3)
        text = shipped("sittard-geleen").rstrip() + NEAR_HOME
        load(text, filename="local.yaml", by=TESTER, at=later)

        def home(as_known: date | None) -> str:
            approach = approaches_for([cast.here], on=TODAY, as_known=as_known)[cast.here.pk]
            return next(rule.title for rule in approach.deadlines if rule.code == "home")

        assert home(None) == home(TODAY + timedelta(days=3)) == "De verhuurder bellen"
        assert home(TODAY + timedelta(days=2)) == "Huur opzeggen of laten doorbetalen"
        with pytest.raises(NotNow):
            home(TODAY - timedelta(days=1))

    def test_every_rule_we_ship_says_where_and_when_it_was_read(self, cast: Cast):
        for holding in holdings_of(editions_in_force(cast.here, on=TODAY)).values():
            assert holding.rule.source
            assert holding.rule.read_on >= date(2026, 1, 1)


class TestItIsRefused:
    def test_before_anything_is_loaded(self, db, now):
        from regie.accounts.models import Municipality, Region

        region = Region.objects.create(name="Twente")
        empty = Municipality.objects.create(name="Almelo", cbs_code="GM0141", region=region)
        with pytest.raises(NotNow, match="nog niet geladen"):
            approach_for(empty, on=TODAY)

    @pytest.mark.parametrize(
        ("was", "becomes", "reason"),
        [
            ("value: 24", "value: vier", "heel getal"),
            ("value: 24", "value: true", "heel getal"),
            ("value: 24", "value: 2000", "heel getal"),
            ("value: acceptance", "value: birth", "kies uit day_one, acceptance"),
            ("guidance.shortest:", "guidance.longest:", "geen instelling die we kennen"),
            ("guidance.shortest:", "age.oldest:", "twee keer"),
            ("layer: national", "layer: european", "kies uit national"),
            ("layer: national", "layer: local", "name hoort alleen"),
            ("valid_from: 2024-01-01", "valid_from: soon", "geen datum"),
            ("valid_from: 2024-01-01", "valid_from: 2024-13-01", "geen datum"),
            ("title: Landelijk profiel RIO", "titel: Landelijk profiel RIO", "titel kennen we niet"),
            ("    value:\n      housing: Wonen", "    value:\n      housing: {name: Wonen}", "mogen alleen title en text"),
        ],
    )  # fmt: skip
    def test_with_its_line_and_the_reason(self, cast: Cast, now, was: str, becomes: str, reason: str):
        text = shipped("national")
        line = text[: text.index(was)].count("\n") + 1
        said = refused(text.replace(was, becomes, 1), now)
        assert any(f"aanpak.yaml, regel {line}: " in one and reason in one for one in said), said

    @pytest.mark.parametrize("missing", ["source", "read_on", "verified"])
    def test_a_rule_without_its_origin(self, cast: Cast, now, missing: str):
        lines = shipped("national").splitlines(keepends=True)
        place = next(number for number, line in enumerate(lines) if line.startswith(f"    {missing}:"))
        said = refused("".join(lines[:place] + lines[place + 1 :]), now)
        assert len(said) == 1
        assert f"age.youngest: {missing} ontbreekt" in said[0]

    def test_what_can_fill_any_memory(self, cast: Cast, now):
        (anchor,) = refused(shipped("national").replace("value: 24", "value: &two 24"), now)
        assert "verwijzingen" in anchor
        (deep,) = refused("[" * 3000, now)
        assert "te veel in elkaar" in deep
        (large,) = refused(shipped("national") + "#" * 200_000, now)
        assert "te groot" in large

    def test_a_national_profile_that_forgets_a_rule(self, cast: Cast, now):
        text = shipped("national")
        start, end = text.index("  caseload.norm:"), text.index("  content.life_domains:")
        (said,) = refused(text[:start] + text[end:], now)
        assert "caseload.norm (Hoogste aantal jongeren) ontbreekt" in said

    def test_all_that_is_wrong_is_told_at_once(self, cast: Cast, now):
        text = shipped("national").replace("value: 24", "value: x").replace("value: acceptance", "value: y")
        assert len(refused(text, now)) == 2

    def test_what_is_laid_down_nationally_is_not_changed_below(self, cast: Cast, now):
        text = shipped("sittard-geleen").replace("guidance.counted_from:", "content.life_domains:")
        assert any("ligt landelijk vast" in one for one in refused(text, now))

    def test_a_local_rule_without_a_reason(self, cast: Cast, now):
        text = shipped("zuid-limburg").replace("    reason: De regio werkt met een gedeelde visie.\n", "")
        assert "reason ontbreekt" in refused(text, now)[0]

    def test_a_municipality_that_is_not_here(self, cast: Cast, now):
        said = refused(shipped("sittard-geleen").replace("name: GM1883", "name: GM9999"), now)
        assert said == ["aanpak.yaml, regel 4: GM9999 kennen we niet in deze installatie"]

    def test_a_local_criterion_that_nobody_knows_the_question_of(self, cast: Cast, now):
        text = shipped("sittard-geleen").replace("criteria.high_impact_crime:", "criteria.something_else:")
        said = refused(text, now)
        assert said == ["aanpak.yaml, regel 23: criteria.something_else: text ontbreekt; welke vraag is dit?"]

    @pytest.mark.parametrize(
        "text",
        [
            "", "   ", "- a\n- b", "geen yaml: [", "a: b: c", "\x00\x01", "42", "rules: 3", "x" * 300_000,
            "layer: national\nrules: {a: &a [1], b: *a}",
            "layer: !!python/object/apply:os.system ['true']",
            "[" * 3000,
        ],
    )  # fmt: skip
    def test_what_is_no_approach_at_all(self, cast: Cast, now, text: str):
        assert refused(text, now)[0].startswith("aanpak.yaml, regel ")


class TestItLeavesARecord:
    def test_in_the_chain_of_the_place(self, cast: Cast):
        loaded = JournalEntry.objects.filter(verb="approach.loaded").order_by("pk")
        assert [entry.chain_id for entry in loaded] == ["NL", "NL", "GM1883"]
        subjects = set(Edition.objects.values_list("ref", flat=True))
        assert {entry.subject for entry in loaded} == subjects


class TestTheDatabaseHoldsItTo:
    def test_an_edition_is_never_changed_or_removed(self, cast: Cast):
        edition = Edition.objects.first()
        assert edition
        for act in (edition.save, edition.delete, Edition.objects.all().delete):
            with pytest.raises(TypeError):
                act()
        with pytest.raises(TypeError):
            Edition.objects.update(text="")

    def test_a_local_layer_belongs_to_a_municipality(self, cast: Cast, now):
        with pytest.raises(IntegrityError), transaction.atomic():
            Edition.objects.create(
                layer=Layer.LOCAL, valid_from=TODAY, text="x", **Edition.stamp(by=TESTER, at=now)
            )


class TestTheCommand:
    def test_loads_a_folder_and_exports_the_same_bytes(self, cast: Cast):
        call_command("approach", "load", str(SHIPPED), stdout=StringIO())
        for layer, name, file in zip(Layer, ("", "Zuid-Limburg", "GM1883"), NAMES, strict=True):
            out = StringIO()
            call_command("approach", "export", layer, *filter(None, [name]), stdout=out)
            assert out.getvalue() == shipped(file)

    def test_a_file_from_windows_comes_out_as_it_went_in(self, cast: Cast, tmp_path: Path):
        text = shipped("zuid-limburg").replace("\n", "\r\n")
        (tmp_path / "a.yaml").write_bytes(text.encode())
        call_command("approach", "load", str(tmp_path), stdout=StringIO())
        assert Edition.objects.filter(text=text).exists()

    def test_a_folder_without_a_layer_is_said(self, cast: Cast, tmp_path: Path):
        with pytest.raises(CommandError, match="geen bestand"):
            call_command("approach", "load", str(tmp_path))

    def test_one_wrong_file_and_nothing_is_loaded(self, cast: Cast, tmp_path: Path):
        (tmp_path / "a.yaml").write_text(shipped("national").replace("value: 24", "value: 30"))
        (tmp_path / "b.yaml").write_text("layer: local\n")
        before = Edition.objects.count()
        with pytest.raises(CommandError, match=r"b\.yaml, regel 1: "):
            call_command("approach", "load", str(tmp_path), stdout=StringIO())
        assert Edition.objects.count() == before

    @pytest.mark.parametrize("names", [["european"], ["local", "GM0001"]])
    def test_an_unknown_layer_is_said(self, cast: Cast, names: list[str]):
        with pytest.raises(CommandError):
            call_command("approach", "export", *names)

    def test_a_file_that_is_no_text_is_said(self, cast: Cast, tmp_path: Path):
        (tmp_path / "a.yaml").write_bytes(b"\xff\xfe\x00\x01")
        with pytest.raises(CommandError, match="niet te lezen als tekst"):
            call_command("approach", "load", str(tmp_path / "a.yaml"))


NEAR_HOME = """
  deadlines.home:
    value:
      title: De verhuurder bellen
      counted: 2 weeks after day_one
      act: officer
      tone: loud
    text: Dan weet hij het.
    source: eigen voorstel
    read_on: 2026-11-20
    verified: false
    reason: Zo doen wij dat.
"""
