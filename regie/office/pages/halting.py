"""That something stops or goes on again: the words for it, and the page that asks since when and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from regie.base.halts import Halt, halted, told_last
from regie.ui.parts import Crumb, FormPage, Item
from regie.ui.words import moment, written


@dataclass(frozen=True)
class Said:
    """How a stop and a new beginning of one kind of thing are said; each with the day still open."""

    ends: str
    goes_on: str
    ended: str  # in one line, of a day that came
    ending: str  # of a day that is still to come
    going_on: str  # that it goes on from a day that is still to come
    asked_end: str
    asked_on: str


@dataclass(frozen=True)
class HaltPage(FormPage):
    """Since when and why, with what was told before."""

    danger: bool = False
    before: tuple[Item, ...] = ()


INDICATOR = Said(
    ends="Niet meer volgen",
    goes_on="Weer volgen",
    ended="Niet meer gevolgd sinds {}.",
    ending="Vanaf {} volgen we deze indicator niet meer.",
    going_on="Vanaf {} volgen we deze indicator weer.",
    asked_end="Deze indicator volgen we niet meer. De cijfers blijven te lezen; er komen geen cijfers bij.",
    asked_on="Deze indicator volgen we weer. Er kunnen dan weer cijfers bij.",
)

INTERVENTION = Said(
    ends="Laten stoppen",
    goes_on="Weer laten doorgaan",
    ended="Deze interventie is gestopt op {}.",
    ending="Deze interventie stopt op {}.",
    going_on="Deze interventie gaat weer door vanaf {}.",
    asked_end="Op de openbare bladzijde staat dan dat deze aanpak stopt, en op welke dag. "
    "Waarom, lezen alleen collega's. Vanaf die dag kunt u geen nieuwe versie publiceren.",
    asked_on="Deze interventie gaat weer door. U kunt dan weer een nieuwe versie publiceren.",
)


def halt_words(halts: Sequence[Halt], said: Said, *, on: date) -> str:
    """In one line whether it stopped, or stops or goes on later, and why; empty while it simply goes on."""
    last, now = told_last(halts), halted(halts, on=on)
    lines = [f"{said.ended.format(written(now.since))} {now.reason}" if now else ""]
    if last is not None and last.since > on:
        lines.append((said.ending if last.stops else said.going_on).format(written(last.since)))
        lines.append(last.reason)
    return " ".join(filter(None, lines))


def stops_now(halts: Iterable[Halt]) -> bool:
    """Whether the last that was told is that it stops: then it can only be told that it goes on."""
    last = told_last(halts)
    return last is not None and last.stops


def halt_initial(halts: Iterable[Halt], *, on: date) -> dict[str, str]:
    """The day that stands in the form: today, or that of the last one when it is still to come."""
    last = told_last(halts)
    since = max(on, last.since) if last else on
    return {"since": f"{since:%d-%m-%Y}"}


def halt_page(halts: Sequence[Halt], said: Said, *, crumbs: tuple[Crumb, ...], url: str) -> HaltPage:
    """The page that asks since when, and why; what was told before stands below it, the last one first."""
    stopped = stops_now(halts)
    return HaltPage(
        title=said.goes_on if stopped else said.ends,
        lead=said.asked_on if stopped else said.asked_end,
        crumbs=crumbs,
        cancel_url=url,
        submit=said.goes_on if stopped else said.ends,
        danger=not stopped,
        before=tuple(_told(one, said) for one in sorted(halts, key=lambda one: -one.number)),
    )


def _told(one: Halt, said: Said) -> Item:
    what = said.ends if one.stops else said.goes_on
    told = f"{moment(one.recorded_at)}, door {one.recorded_by_label}"
    return Item(f"{what} vanaf {written(one.since)}", one.reason, told)
