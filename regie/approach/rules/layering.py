"""What the layers say together: of every setting the lowest layer that lays it down wins."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from regie.approach.enums import Layer, Weight
from regie.approach.rules.approach import (
    LONGEST_INVOLVEMENT,
    MOST_ATTEMPTS,
    MOST_DAYS,
    QUIET_INVOLVEMENT,
    STRATEGIC_DAYS,
    TACTICAL_DAYS,
    Approach,
    Criterion,
    Entry,
)
from regie.approach.rules.catalogue import (
    CLOSURE_REASONS,
    COPIED_FOR,
    CRITERIA,
    GOAL_TEMPLATES,
    LONGEST_INVOLVED,
    LONGEST_SENTENCE,
    PLAIN_WORDS,
    QUIET_INVOLVED,
    SETTINGS,
    Setting,
    setting_of,
)
from regie.approach.rules.deadline import DEADLINES, DeadlineRule, complete
from regie.approach.rules.layer_text import LayerText, Rule
from regie.plain.rules import LONGEST_SENTENCE as MOST_WORDS


@dataclass(frozen=True)
class Holding:
    """One setting as it holds: its rule, the layer it comes from, and the rule that it replaces, if any."""

    setting: Setting
    title: str
    layer: Layer
    rule: Rule
    national: Rule | None

    @property
    def differs(self) -> bool:
        """Whether it says otherwise than the national profile, or something the profile does not say."""
        return self.layer is not Layer.NATIONAL and (
            self.national is None or self.national.value != self.rule.value
        )

    @property
    def why(self) -> str:
        """Why it is so here, or else what the layer says of it; empty when that is only the question itself."""
        return self.rule.reason or ("" if self.rule.text == self.title else self.rule.text)

    @property
    def words(self) -> str:
        """The value as people say it."""
        return self.setting.kind.words(self.rule.value)

    @property
    def national_words(self) -> str:
        """What the national profile says; empty when it says nothing of this."""
        return self.setting.kind.words(self.national.value) if self.national else ""


def holdings(layers: Sequence[LayerText]) -> dict[str, Holding]:
    """Code → how it holds, in the order of the catalogue; criteria after the age, in the order of the layers."""
    said: dict[str, list[tuple[Layer, Rule]]] = {}
    for layer in layers:
        for code, rule in layer.rules.items():
            said.setdefault(code, []).append((layer.layer, rule))
    named = {setting.code: setting for setting in SETTINGS}
    order = [*(code for code in named if code in said), *(code for code in said if code not in named)]
    return {code: _holding(code, said[code]) for code in order}


def approach_from(layers: Sequence[LayerText], *, editions: tuple[int, ...]) -> Approach:
    """The approach that these layers, from high to low, make together; the first is the national one."""
    held = holdings(layers)

    def value(code: str) -> Any:
        return held[code].rule.value if code in held else ()

    return Approach(
        editions=editions,
        youngest=value("age.youngest"),
        oldest=value("age.oldest"),
        reckoned_on=value("age.reckoned_on"),
        shortest=value("guidance.shortest"),
        counted_from=value("guidance.counted_from"),
        message_term=value("messages.kept"),
        caseload=value("caseload.norm"),
        smallest_shown=value("figures.smallest_shown"),
        life_domains=value("content.life_domains"),
        core_tasks=value("content.core_tasks"),
        phases=value("content.phases"),
        criteria=tuple(_criteria(held)),
        deadlines=tuple(_deadlines(held, _editions(layers, editions))),
        release_items=value("content.release_items"),
        detention_items=value("content.detention_items"),
        grounds=value("content.grounds"),
        copied_for=value(COPIED_FOR),
        told_again=value("content.told_again"),
        transfer_items=value("content.transfer_items"),
        barrier_kinds=value("content.barrier_kinds"),
        no_sanction_words=value("content.no_sanction_words"),
        closure_reasons=value(CLOSURE_REASONS),
        themes=value("content.themes"),
        goal_templates=value(GOAL_TEMPLATES),
        reading_levels=value("content.reading_levels"),
        basic_conditions=value("content.basic_conditions"),
        longest_involvement=value(LONGEST_INVOLVED) or LONGEST_INVOLVEMENT,
        quiet_involvement=value(QUIET_INVOLVED) or QUIET_INVOLVEMENT,
        rises_after_attempts=value("escalation.attempts") or MOST_ATTEMPTS,
        rises_after_days=value("escalation.days") or MOST_DAYS,
        tactical_answers=value("escalation.tactical") or TACTICAL_DAYS,
        strategic_answers=value("escalation.strategic") or STRATEGIC_DAYS,
        longest_sentence=value(LONGEST_SENTENCE) or MOST_WORDS,
        plain_words=value(PLAIN_WORDS),
    )


def _holding(code: str, said: list[tuple[Layer, Rule]]) -> Holding:
    setting = setting_of(code)
    assert setting is not None
    layer, rule = said[-1]
    if setting.adds:
        rule = replace(rule, value=_together(below.value for _, below in said))
    national = next((above for name, above in said if name is Layer.NATIONAL), None)
    question = next((below.text for _, below in reversed(said) if below.text), "")
    titles = (below.value.title for _, below in reversed(said) if isinstance(below.value, DeadlineRule))
    return Holding(setting, setting.title or next(titles, question), layer, rule, national)


def _together(lists: Iterable[Sequence[Entry]]) -> tuple[Entry, ...]:
    """The lists of all layers as one; of the same thing the lowest layer says it."""
    return tuple({one.code: one for entries in lists for one in entries}.values())


def _criteria(held: dict[str, Holding]) -> list[Criterion]:
    asked = [(code, holding) for code, holding in held.items() if code.startswith(CRITERIA)]
    return [
        Criterion(code.removeprefix(CRITERIA), holding.title, holding.rule.value)
        for code, holding in asked
        if holding.rule.value is not Weight.OFF
    ]


def _editions(layers: Sequence[LayerText], editions: tuple[int, ...]) -> dict[Layer, int]:
    return {text.layer: edition for text, edition in zip(layers, editions, strict=True)}


def _deadlines(held: dict[str, Holding], editions: dict[Layer, int]) -> list[DeadlineRule]:
    laid_down = (holding for code, holding in held.items() if code.startswith(DEADLINES))
    return [
        complete(
            rule.value,
            why=rule.text,
            source=rule.source,
            read_on=rule.read_on,
            verified=rule.verified,
            edition=editions[holding.layer],
        )
        for holding in laid_down
        if (rule := holding.rule).value is not None
    ]
