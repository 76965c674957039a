"""Who comes out soon, on Vandaag: whose release came nearer with things open, and who is out within a week."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from regie.clocks.queries import Known, ReleaseWeek, release_week
from regie.desk.pages.release_words import certainty, countdown, moved, named, number_open
from regie.trajectories.models import Trajectory
from regie.ui.parts import Action

MOST = 12  # as many alarms as lines: who sees hundreds begins with the soonest
TITLE = "Komt vrij"


@dataclass(frozen=True)
class Alarm:
    """A release that came nearer with things open: whose, from which day to which, and the way to the list."""

    title: str
    text: str
    url: str


@dataclass(frozen=True)
class ComingLine:
    """Who comes out, when in words, how much is open, and the way to the list; as a thing to do is drawn."""

    what: str
    who: str
    who_url: str
    when: str
    why: tuple[str, ...]
    action: Action
    officer: str = ""
    news: None = None


@dataclass(frozen=True)
class ComingOut:
    """Both, the loudest first; `more` and `more_alarms` say how many others there are."""

    title: str
    alarms: tuple[Alarm, ...]
    lines: tuple[ComingLine, ...]
    count: int
    more: str = ""
    more_alarms: str = ""

    def __bool__(self) -> bool:
        """Whether there is anything to say."""
        return bool(self.alarms or self.lines)


def coming_out(known: Collection[Known]) -> ComingOut:
    """Of who was read already, by what was known of each; no query."""
    weeks = [(one.trajectory, week) for one in known if (week := release_week(one))]
    near = sorted((one for one in weeks if one[1].near), key=_soonest)
    loud = sorted((one for one in weeks if one[1].loudest), key=_soonest)
    alarms, lines = (_alarm(*one) for one in loud[:MOST]), _lines(near[:MOST])
    more, more_alarms = _others(len(near) - MOST), _others(len(loud) - MOST)
    whose = "zijn" if len(loud) == MOST + 1 else "hun"
    more_alarms = f"{more_alarms} Ook {whose} vrijlating kwam naar voren." if more_alarms else ""
    return ComingOut(TITLE, tuple(alarms), tuple(lines), len(near), more, more_alarms)


def _others(number: int) -> str:
    return "" if number < 1 else "En nog 1 ander." if number == 1 else f"En nog {number} anderen."


def _soonest(one: tuple[Trajectory, ReleaseWeek]) -> tuple[date, str]:
    """Who has a day first, the soonest on top; then who can walk out any day."""
    return one[1].day or date.max, str(one[0].person)


def _alarm(his: Trajectory, week: ReleaseWeek) -> Alarm:
    assert week.loudest is not None
    title, text = moved(week.loudest, len(week.open))
    return Alarm(f"{his.person}: {title[:1].lower()}{title[1:]}", text, _list(his))


def _lines(near: Iterable[tuple[Trajectory, ReleaseWeek]]) -> Iterable[ComingLine]:
    for his, week in near:
        why = filter(None, (certainty(week), named(week.open)))
        yield ComingLine(
            what=number_open(len(week.open)),
            who=str(his.person),
            who_url=reverse("desk:person", args=[his.person.ref]),
            when=countdown(week),
            why=tuple(why) or ("De lijst staat op zijn pagina Vrijlating.",),
            action=Action("Naar de lijst", _list(his)),
        )


def _list(his: Trajectory) -> str:
    return reverse("desk:release_week", args=[his.person.ref])
