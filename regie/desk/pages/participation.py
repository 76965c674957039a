"""Of who is involved: whether he joins, and what was explained to the young person; each apart from the ground."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from regie.desk.pages.lines import Line
from regie.trajectories.models import Explanation, Involvement, Participation, Trajectory
from regie.trajectories.queries import told_of_involvements
from regie.ui.parts import Action, Item
from regie.ui.words import written


@dataclass(frozen=True)
class Replies:
    """By the ref of an involvement all that was answered and explained, the newest first."""

    answers: Mapping[UUID, list[Participation]]
    explained: Mapping[UUID, list[Explanation]]

    @classmethod
    def of(cls, trajectory: Trajectory) -> "Replies":
        """All of one young person; one query."""
        answers, explained = told_of_involvements(trajectory)
        return cls(_by_thing(answers), _by_thing(explained))

    def words(self, one: Involvement) -> tuple[str, str]:
        """Whether he joins and what was explained last; that nobody said so is said."""
        answers, explained = self.answers.get(one.ref, []), self.explained.get(one.ref, [])
        joins = _one_line(answered(answers[0])) if answers else "nog niet gevraagd"
        knows = _one_line(explanation(explained[0])) if explained else "nog niet verteld"
        return f"Doet mee? {joins}", f"Uitleg aan de jongere: {knows}"

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
        Action("Doet mee?", reverse("desk:tell_participation", args=[one.ref])),
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
