"""What he and his officer learned, in words."""

from collections.abc import Sequence

from django.urls import reverse

from regie.desk.pages.lines import Line
from regie.trajectories.models import Lesson
from regie.ui.parts import Action, Item
from regie.ui.words import written

TITLE = "Les"
HE, OFFICER = "Hij zegt", "De officier leerde"


def lesson_lines(lessons: Sequence[Lesson], *, editable: bool) -> tuple[Line, ...]:
    """All of them, as they were given; no query."""
    return tuple(Line(described(one), _actions(one) if editable else ()) for one in lessons)


def described(one: Lesson) -> Item:
    """One of them in words: who says what."""
    said = {HE: one.his_words, OFFICER: one.officer_words}
    words = "\n".join(f"{who}: {words}" for who, words in said.items() if words)
    return Item(written(one.happened_on), words)


def _actions(one: Lesson) -> tuple[Action, ...]:
    return (
        Action("Verbeteren", reverse("desk:correct_lesson", args=[one.ref])),
        Action("Intrekken", reverse("desk:withdraw_lesson", args=[one.ref])),
    )
