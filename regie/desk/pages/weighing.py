"""How a referral was weighed, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from regie.approach.models import Edition
from regie.approach.rules import Approach, Criterion
from regie.trajectories.enums import Answer, Disability
from regie.trajectories.models import Referral, Waiver, Weighing
from regie.trajectories.queries import Considered
from regie.trajectories.rules import Judged, Reckoned
from regie.ui.parts import Crumb, Item
from regie.ui.words import lived, written


@dataclass(frozen=True)
class WeighingPage:
    """A weighing as it was made: what was answered, by whom, and by which editions of the approach."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    answers: tuple[Item, ...]
    layers: tuple[Item, ...]


@dataclass(frozen=True)
class Answers:
    """What was answered: first what needs reading, then where the answer is yes and nothing else."""

    telling: tuple[Item, ...]
    plain: tuple[Item, ...]

    @property
    def plain_title(self) -> str:
        """The words above what is folded."""
        number = len(self.plain)
        return "Ja bij 1 andere vraag" if number == 1 else f"Ja bij {number} andere vragen"


def answers_now(considered: Considered) -> Answers:
    """Each criterion of today with what still counts of what was answered; nothing before anyone weighed."""
    if considered.weighing is None:
        return Answers((), ())
    items = _answers(considered.approach, considered.judged, considered.weighing, asked=considered.asked)
    plain = {
        criterion.question for criterion in considered.approach.criteria if _plain(criterion, considered)
    }
    return Answers(
        tuple(item for item in items if item.term not in plain),
        tuple(item for item in items if item.term in plain),
    )


def _plain(criterion: Criterion, considered: Considered) -> bool:
    """Whether the answer is yes, and nobody wrote anything beside it."""
    judged = considered.judged.get(criterion.code)
    return (
        judged is not None
        and judged.answer is Answer.MET
        and not judged.words
        and criterion.code not in considered.asked
    )


def weighing_page(
    referral: Referral, weighing: Weighing | None, *, asked: Mapping[str, Waiver], back: str
) -> WeighingPage:
    """A weighing by the approach of its own day, whatever was changed since; no query."""
    crumbs = (Crumb(str(referral.person), back), Crumb("Weging"))
    if weighing is None:
        return WeighingPage("Weging", "Deze aanmelding is niet gewogen.", crumbs, (), ())
    approach = weighing.approach
    return WeighingPage(
        "Weging",
        f"Gewogen op {written(weighing.happened_on)} door {weighing.recorded_by_label}.",
        crumbs,
        _answers(approach, weighing.judged, weighing, asked=asked),
        tuple(_layer(edition, weighing.happened_on) for edition in weighing.editions),
    )


def _answers(
    approach: Approach,
    judged: Mapping[str, Judged],
    weighing: Weighing,
    *,
    asked: Mapping[str, Waiver],
) -> tuple[Item, ...]:
    items = []
    for criterion in approach.criteria:
        said = judged.get(criterion.code, Judged(Answer.NOT_ASKED))
        more = (said.words, _exception(asked.get(criterion.code)), criterion.weight.label.capitalize())
        items.append(Item(criterion.question, said.answer.label, " · ".join(filter(None, more))))
    titles = {domain.code: domain.title for domain in approach.life_domains}
    if weighing.domains:
        items.append(Item("Leefgebieden", ", ".join(titles.get(code, code) for code in weighing.domains)))
    if weighing.disability != Disability.NOT_NOTED:
        items.append(Item("LVB", weighing.get_disability_display(), weighing.disability_ground))
    return tuple(items)


def reckoned(age: Reckoned) -> str:
    """His age and the day it counts; said when that day had to be another than the approach asks."""
    said = f"{lived(age.years)} op {written(age.on)}"
    unknown = ", de dag van de aanmelding: de eerste dag van de detentie is niet bekend"
    return said + (unknown if age.day_one_unknown else "")


def _exception(waiver: Waiver | None) -> str:
    if waiver is None:
        return ""
    if waiver.answered:
        verdict = "akkoord van" if waiver.agreed else "niet akkoord:"
        said = f" ({waiver.answer.words})" if waiver.answer.words else ""
        return f"Uitzondering, {verdict} {waiver.answer.recorded_by_label}{said}. Reden: {waiver.reason}"
    return f"Uitzondering gevraagd door {waiver.recorded_by_label}; wacht op een tweede persoon"


def _layer(edition: Edition, on: date) -> Item:
    url = f"{reverse('office:approach')}?op={on:%d-%m-%Y}"
    return Item(edition.get_layer_display(), f"Uitgave van {written(edition.valid_from)}", url=url)
