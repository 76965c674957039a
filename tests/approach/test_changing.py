"""A functional manager changes one local setting, from a day, with a reason; what held before stays."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from regie.approach.actions import NONE_YET, Change, change, load
from regie.approach.enums import CountedFrom, Layer, Weight
from regie.approach.models import Edition
from regie.approach.queries import approach_for, editions_in_force, holdings_of
from regie.approach.rules import SETTINGS, OneOf, Whole, read_layer
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.privacy.models import JournalEntry
from tests.cast import TESTER, Cast, employ
from tests.factories.approaches import shipped

TODAY = date(2026, 11, 18)
SOON = TODAY + timedelta(days=14)
OLDER = Change("age.oldest", 29, "De raad besloot dit op 3 november.", SOON)


def decide(cast: Cast, now, made: Change = OLDER, by=None, where=None, seen: int | None = None) -> Edition:
    return change(
        municipality=where or cast.here, change=made, seen=seen, by=(by or cast.wil).acting(now), at=now
    )


def oldest(cast: Cast, on: date) -> int | None:
    return approach_for(cast.here, on=on).oldest


class TestItWorks:
    def test_from_its_day_on_and_not_before(self, cast: Cast, now):
        decide(cast, now)
        assert oldest(cast, SOON - timedelta(days=1)) == 27
        assert oldest(cast, SOON) == 29

    def test_elsewhere_nothing_changes(self, cast: Cast, now):
        decide(cast, now)
        assert approach_for(cast.elsewhere, on=SOON).oldest == 27

    def test_all_the_rest_stays_as_it_was_written(self, cast: Cast, now):
        decide(cast, now)
        before = shipped("sittard-geleen").splitlines()
        after = Edition.objects.order_by("pk").last().text.splitlines()
        kept = [line for line in before if line in after]
        assert "# De CBS-code GM1883 is nog te verifiëren." in after
        assert len(before) - len(kept) <= 7  # one rule and the day

    def test_a_comment_above_the_next_rule_stays(self, cast: Cast, now):
        above = "  # Over de criteria.\n  criteria.high_impact_crime:"
        text = shipped("sittard-geleen").replace("  criteria.high_impact_crime:", above)
        load(text, filename="aanpak.yaml", by=TESTER, at=now)
        made = decide(cast, now, Change("age.reckoned_on", "decision", "Zo is het duidelijker.", TODAY))
        assert above in made.text

    def test_what_explained_the_former_value_goes_and_a_question_stays(self, cast: Cast, now):
        assert "Jongeren tot en met 27 jaar." not in decide(cast, now).text
        made = decide(cast, now, Change("criteria.regular_aftercare", "weighed", "Weegt mee.", SOON))
        assert "Is reguliere nazorg voor hem niet genoeg?" in made.text

    def test_the_file_names_nobody(self, cast: Cast, now):
        assert "Wil" not in decide(cast, now).text.split()

    @pytest.mark.parametrize(
        "reason", ["Eerst dit.\r\nDan dat: zo.", "# - &a *b !!x", "Piep\x07", "🌷\u2028x", "'\""]
    )
    def test_whatever_the_reason_is_it_can_be_read_back(self, cast: Cast, now, reason: str):
        made = decide(cast, now, Change("age.oldest", 29, reason, TODAY))
        assert read_layer(made.text).rules["age.oldest"].reason == reason

    def test_a_setting_that_had_no_local_rule_gets_one(self, cast: Cast, now):
        decide(cast, now, Change("caseload.norm", 12, "Zo is het afgesproken.", TODAY))
        held = holdings_of(editions_in_force(cast.here, on=TODAY))["caseload.norm"]
        assert (held.rule.value, held.layer, held.rule.reason) == (12, Layer.LOCAL, "Zo is het afgesproken.")

    def test_a_local_rule_can_be_taken_away(self, cast: Cast, now):
        decide(cast, now, Change("guidance.counted_from", None, "Wij volgen het land.", TODAY))
        assert approach_for(cast.here, on=TODAY).counted_from is CountedFrom.ACCEPTANCE

    def test_a_criterion_can_be_switched_off(self, cast: Cast, now):
        decide(cast, now, Change("criteria.high_impact_crime", "off", "Telt hier niet.", TODAY))
        codes = {criterion.code for criterion in approach_for(cast.here, on=TODAY).criteria}
        assert "high_impact_crime" not in codes

    def test_a_municipality_without_a_layer_gets_one(self, cast: Cast, now):
        ina = employ("Ina", "functional_manager", cast.elsewhere, at=now)
        decide(cast, now, Change("age.oldest", 26, "Onze afspraak.", TODAY), by=ina, where=cast.elsewhere)
        assert approach_for(cast.elsewhere, on=TODAY).oldest == 26
        assert oldest(cast, TODAY) == 27

    def test_two_changes_on_one_day_both_hold(self, cast: Cast, now):
        decide(cast, now)
        decide(cast, now, Change("caseload.norm", 12, "Ook dit.", SOON))
        approach = approach_for(cast.here, on=SOON)
        assert (approach.oldest, approach.caseload) == (29, 12)

    @settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
    @given(data=st.data())
    def test_what_was_changed_loads_again_as_the_same_layer(self, cast: Cast, now, data: st.DataObject):
        kinds = {item.code: item.kind for item in SETTINGS if Layer.LOCAL in item.layers} | {
            "criteria.capacity": OneOf(Weight)
        }
        code = data.draw(st.sampled_from(sorted(kinds)))
        kind = kinds[code]
        if isinstance(kind, Whole):
            value = data.draw(st.integers(kind.low, kind.high))
        elif isinstance(kind, OneOf):
            value = data.draw(st.sampled_from(kind.choices.values))
        else:
            value = data.draw(
                st.dictionaries(st.from_regex(r"[a-z_]{1,9}", fullmatch=True), WORDS, min_size=1)
            )
            value = SAYS_MORE.get(code, dict)(value)
        reason = data.draw(WORDS)
        made = decide(cast, now, Change(code, value, reason, TODAY))
        again = read_layer(made.text)
        assert again.rules[code].value == kind.read(value)
        assert again.rules[code].reason == reason.strip()
        assert load(made.text, filename="terug.yaml", by=TESTER, at=now) == made


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufeff\uffff\ufffe"),
    min_size=1, max_size=60,
).filter(lambda text: text.strip() != "")  # fmt: skip


def opened() -> dict[str, Any]:
    """What a recipient needs; a list of its own each time, for what is written twice becomes a reference in YAML."""
    return {"ground": "support", "purpose": "Overleg", "kinds": ["name", "birth_date"]}


# What a thing of a list needs besides its words.
SAYS_MORE = {
    # whatever the reasons to end, somebody can die
    "content.closure_reasons": lambda said: {**said, "died": {"title": "Hij is overleden", "death": True}},
    "content.goal_templates": lambda said: {
        code: {"title": one, "steps": [one]} for code, one in said.items()
    },
    "content.copied_for": lambda said: {code: {"title": one, **opened()} for code, one in said.items()},
    # a word has a letter, and another word that is easier
    "plain.words": lambda said: {f"w{code}": f"ander {one[:50]}" for code, one in said.items()},
}


class TestItIsRefusedForTheWrongPerson:
    @pytest.mark.parametrize("who", ["noor", "fatima", "ada", "bas"])
    def test_only_the_functional_manager_changes(self, cast: Cast, now, who: str):
        before = Edition.objects.count()
        with pytest.raises(NotAllowed):
            decide(cast, now, by=getattr(cast, who))
        assert Edition.objects.count() == before

    def test_not_in_another_municipality(self, cast: Cast, now):
        with pytest.raises(NotAllowed):
            decide(cast, now, where=cast.elsewhere)


class TestItIsRefusedInTheWrongState:
    @pytest.mark.parametrize(
        ("made", "field"),
        [
            (Change("age.oldest", 29, " ", SOON), "reason"),
            (Change("age.oldest", 29, "Zomaar.", TODAY - timedelta(days=1)), "valid_from"),
            (Change("age.oldest", 290, "Zomaar.", SOON), "value"),
            (Change("age.oldest", "veel", "Zomaar.", SOON), "value"),
            (Change("age.reckoned_on", "ooit", "Zomaar.", SOON), "value"),
            (Change("content.life_domains", {"a": "A"}, "Zomaar.", SOON), None),
            (Change("age.nonsense", 3, "Zomaar.", SOON), None),
        ],
    )
    def test_what_cannot_be(self, cast: Cast, now, made: Change, field: str | None):
        with pytest.raises(NotValid) as refused:
            decide(cast, now, made)
        assert refused.value.field == field

    def test_before_a_change_that_is_planned_already(self, cast: Cast, now):
        decide(cast, now)
        with pytest.raises(NotValid, match="klaar vanaf 02-12-2026") as refused:
            decide(cast, now, Change("caseload.norm", 12, "Eerder.", TODAY))
        assert refused.value.field == "valid_from"

    def test_a_local_rule_that_is_not_there_cannot_be_taken_away(self, cast: Cast, now):
        with pytest.raises(NotNow):
            decide(cast, now, Change("caseload.norm", None, "Weg.", TODAY))

    def test_the_question_of_a_criterion_nobody_asks(self, cast: Cast, now):
        with pytest.raises(NotValid, match="Dit criterium kennen we niet"):
            decide(cast, now, Change("criteria.new_thing", "needed", "Zomaar.", TODAY))

    def test_who_saw_an_older_edition_may_not_write_over_a_newer(self, cast: Cast, now):
        seen = Edition.objects.get(layer=Layer.LOCAL).pk
        decide(cast, now, seen=seen)
        with pytest.raises(NotNow, match="Iemand anders"):
            decide(cast, now, Change("caseload.norm", 12, "Ook ik.", SOON), seen=seen)

    def test_nor_who_saw_no_edition_where_a_colleague_made_the_first(self, cast: Cast, now):
        ina = employ("Ina", "functional_manager", cast.elsewhere, at=now)
        first = Change("age.oldest", 26, "Onze afspraak.", TODAY)
        decide(cast, now, first, by=ina, where=cast.elsewhere, seen=NONE_YET)
        with pytest.raises(NotNow, match="Iemand anders"):
            decide(cast, now, first, by=ina, where=cast.elsewhere, seen=NONE_YET)


class TestItLeavesARecord:
    def test_who_when_why_and_an_entry_with_the_code_only(self, cast: Cast, now):
        made = decide(cast, now)
        assert (made.recorded_by_label, made.recorded_at, made.reason) == ("Wil", now, OLDER.reason)
        entry = JournalEntry.objects.get(verb="approach.changed")
        assert (entry.chain_id, entry.subject, entry.fields) == ("GM1883", made.ref, ["age.oldest"])

    def test_no_entry_when_it_was_refused(self, cast: Cast, now):
        with pytest.raises(NotAllowed):
            decide(cast, now, by=cast.noor)
        assert not JournalEntry.objects.filter(verb="approach.changed").exists()
