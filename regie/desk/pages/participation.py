"""Of who is involved: whether he joins, and what was explained to the young person; each apart from the ground."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.timezone import localdate

from regie.desk.pages.lines import Line
from regie.trajectories.models import Explanation, GroundAnswer, Involvement, Participation, Trajectory
from regie.trajectories.queries import ground_answers_of, standing_answer, told_of_involvements
from regie.ui.parts import Action, Item
from regie.ui.words import written

PRIVACY_OFFICER = "Functionaris gegevensbescherming"
WAITS = f"{PRIVACY_OFFICER}: oordeelt nog. Uw vraag staat op zijn lijst, zonder naam."


@dataclass(frozen=True)
class Replies:
    """By the ref of an involvement all that was answered and explained, the newest first; and what was judged last."""

    answers: Mapping[UUID, list[Participation]]
    explained: Mapping[UUID, list[Explanation]]
    judged: Mapping[UUID, GroundAnswer]

    @classmethod
    def of(cls, trajectory: Trajectory) -> "Replies":
        """All of one young person; two queries."""
        answers, explained = told_of_involvements(trajectory)
        return cls(_by_thing(answers), _by_thing(explained), ground_answers_of(trajectory))

    def refused(self, one: Involvement) -> bool:
        """Whether the privacy officer said of just this that it may not."""
        answer = standing_answer(one, self.judged)
        return answer is not None and not answer.may

    def judgement(self, one: Involvement, grounds: Mapping[str, str], *, pending: bool) -> str:
        """What the privacy officer said last, or that he still judges; empty when he was never asked."""
        answer = self.judged.get(one.ref)
        if pending and not standing_answer(one, self.judged):
            return WAITS
        if answer is None:
            return ""
        said = (
            f"dit mag, op grond van {grounds.get(answer.ground, answer.ground)}"
            if answer.may
            else "dit mag niet"
        )
        what = f"{PRIVACY_OFFICER} op {written(localdate(answer.recorded_at))}: {said}"
        return ". ".join(filter(None, (what, answer.words)))

    def words(self, one: Involvement) -> tuple[str, str]:
        """Whether he joins and what was explained last; that nobody said so is said."""
        answers, explained = self.answers.get(one.ref, []), self.explained.get(one.ref, [])
        joins = _one_line(answered(answers[0])) if answers else "nog niet gevraagd"
        knows = _one_line(explanation(explained[0])) if explained else "nog niet verteld"
        return f"Meedoen: {joins}", f"Uitleg aan de jongere: {knows}"

    def lines(self, one: Involvement, *, mine: bool) -> tuple[Line, ...]:
        """Each of them, to tell better or take back."""
        answers = ((answered(told), "participation", told) for told in self.answers.get(one.ref, []))
        explained = ((explanation(told), "explanation", told) for told in self.explained.get(one.ref, []))
        return tuple(
            Line(
                Item(f"{one.who}: {item.term}", item.description, item.more),
                _changing(name, told) if mine else (),
            )
            for item, name, told in (*answers, *explained)
        )


def answered(told: Any) -> Item:
    """An answer in words."""
    return Item(
        f"{told.get_answer_display()}, op {written(told.happened_on)}", told.words or "Geen toelichting"
    )


def explanation(told: Any) -> Item:
    """What was explained in words, and whether he could tell it back."""
    how = f"{told.get_channel_display()}, door {told.by_whom}"
    back = f"Navertellen: {told.get_told_back_display()}"
    return Item(f"Uitgelegd op {written(told.happened_on)}", told.words, f"{how} · {back}")


def telling(one: Involvement) -> tuple[Action, ...]:
    """What can be told of an involvement."""
    return (
        Action("Antwoord op meedoen", reverse("desk:tell_participation", args=[one.ref])),
        Action("Uitleg vastleggen", reverse("desk:tell_explanation", args=[one.ref])),
    )


def _one_line(item: Item) -> str:
    return ". ".join(filter(None, (item.term, item.more)))


def _changing(name: str, told: Any) -> tuple[Action, ...]:
    return (
        Action("Verbeteren", reverse(f"desk:correct_{name}", args=[told.ref])),
        Action("Intrekken", reverse(f"desk:withdraw_{name}", args=[told.ref])),
    )


def _by_thing(told: Iterable[Any]) -> Mapping[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = defaultdict(list)
    for one in told:
        found[one.thing].append(one)
    return found
