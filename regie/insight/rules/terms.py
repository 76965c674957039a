"""How terms went in a year: only counted, as they were judged; nothing is reckoned again."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from regie.clocks.enums import Verdict
from regie.figures.rules import Estimate, exact_share
from regie.insight.rules.line import Line

ASKED = (Verdict.MET, Verdict.MISSED, Verdict.UNKNOWN)  # what had to be, and of which its day has come


@dataclass(frozen=True)
class LastVerdict:
    """What came last of one term in a year; `rule` is its code in the approach."""

    trajectory: int
    rule: str
    verdict: Verdict


@dataclass(frozen=True)
class TermCount:
    """How many terms there are of each verdict, by rule and in all; `people` is of how many young people each is.

    Numbers stand in the order of `Verdict`; None is hidden.
    """

    rules: tuple[Line, ...]
    all: tuple[int | None, ...]
    people: tuple[int, ...] = ()

    @property
    def on_time(self) -> tuple[int, int] | None:
        """How many of those that had to be were on time; None of none, or when one of these numbers is hidden."""
        told = dict(zip(Verdict, self.all, strict=True))
        asked = [told[verdict] for verdict in ASKED]
        known = [number for number in asked if number is not None]
        if len(known) < len(asked) or not sum(known):
            return None
        return known[0], sum(known)

    @property
    def share(self) -> Estimate | None:
        """The same as a share with its exact interval."""
        return exact_share(*self.on_time) if self.on_time else None


def terms_of(last: Iterable[LastVerdict], titles: Mapping[str, str]) -> TermCount:
    """By rule, in the order of how they are called."""
    told = list(last)
    by_rule: dict[str, Counter[Verdict]] = defaultdict(Counter)
    for one in told:
        by_rule[one.rule][one.verdict] += 1
    people = {verdict: len({one.trajectory for one in told if one.verdict is verdict}) for verdict in Verdict}
    lines = [Line(titles.get(rule, rule), _in_order(counts)) for rule, counts in by_rule.items()]
    return TermCount(
        rules=tuple(sorted(lines, key=lambda line: line.title)),
        all=_in_order(Counter(one.verdict for one in told)),
        people=tuple(people.values()),
    )


def _in_order(counts: Counter[Verdict]) -> tuple[int, ...]:
    return tuple(counts[verdict] for verdict in Verdict)
