"""One PDF of a whole trajectory for the municipality: all that was told, by whom and when, with every version."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.db import models
from django.urls import reverse

from regie.approach.queries import Approaches
from regie.base.actors import Actor
from regie.base.gathering import Asked, gather
from regie.contacts.models import Appointment
from regie.desk.pages.archive_kinds import KINDS, LABELS, LABELS_OF, SILENT, SILENT_OF, Archived
from regie.persons.models import FormerIdentity
from regie.plans.models import Paper
from regie.trajectories.enums import Answer, Result
from regie.trajectories.models import Trajectory
from regie.ui.parts import Crumb, Item
from regie.ui.words import clock_time, listed, moment, written

TITLE = "Archief"
LEAD = "Eén PDF met alles wat over hem is vastgelegd, voor het zaaksysteem van de gemeente."
FILENAME = "archief.pdf"
LAYOUT = "archive"
NOTHING = "Hierover is niets vastgelegd"
# What stands in an answer that is kept as a code.
ANSWERS: Mapping[str, Any] = {"answer": Answer, "result": Result}
# Codes of the approach in a field of this name are said by their titles, of one of these lists.
LISTS: Mapping[str, tuple[str, ...]] = {
    "domain": ("life_domains", "themes"),
    "domains": ("life_domains", "themes"),
    "level": ("reading_levels",),
    "condition": ("basic_conditions",),
    "ground": ("grounds",),
    "criteria": ("criteria",),
    "criterion": ("criteria",),
    "results": ("life_domains",),
    "rule": ("deadlines",),
    "done": ("transfer_items",),
    "item": ("release_items", "detention_items", "told_again"),
}


@dataclass(frozen=True)
class ArchivePage:
    """What stands in it and what does not, before it is made."""

    title: str
    person: str
    lead: str
    crumbs: tuple[Crumb, ...]
    items: tuple[Item, ...]
    cancel_url: str


def archive_page(trajectory: Trajectory, *, mine: bool) -> ArchivePage:
    """No query."""
    person = trajectory.person
    above = Crumb("Mijn jongeren" if mine else "Jongeren", reverse("desk:people"))
    his = reverse("desk:person", args=[person.ref])
    items = (
        Item("Dit staat erin", "Alles wat is verteld, door wie en wanneer. Ook wat is verbeterd of ingetrokken."),
        Item("Papieren", "Alleen hun naam en kenmerk. De bestanden zelf blijven in Regie."),
        Item("Dit staat er niet in", "Zijn BSN, en wie in zijn dossier keek. Dat blijft in Regie."),
    )  # fmt: skip
    return ArchivePage(TITLE, str(person), LEAD, (above, Crumb(str(person), his), Crumb(TITLE)), items, his)


def archive_of(trajectory: Trajectory, *, viewer: Actor, on: date) -> dict[str, Any]:
    """All of it as plain values; a query for all kinds together, and one for each that stands further away."""
    rows = _rows(trajectory, viewer)
    saying = Saying.of(rows.values(), Approaches.of(trajectory.municipality, until=on))
    person = trajectory.person
    about = [
        ["Naam", str(person)],
        ["Geboren op", written(person.birth_date) or "Niet bekend"],
        ["Begonnen op", written(trajectory.started_on)],
        ["Loopt minstens tot", written(trajectory.planned_end)],
    ]
    told = [kind.title for kind in KINDS if rows[kind.title]]
    parts = [{"title": title, "facts": _facts(rows[title], saying)} for title in told]
    hidden = _hidden(trajectory, rows)
    empty = [kind.title for kind in KINDS if not (rows[kind.title] or (hidden and kind.model is Paper))]
    return {"about": about, "parts": parts, "nothing": _nothing(empty), "hidden": hidden}


def _nothing(titles: Sequence[str]) -> str:
    """Of which kinds nothing is told, in one sentence instead of a heading for each."""
    empty = [title.lower() for title in titles]
    return f"{NOTHING}: {listed(sorted(empty))}." if empty else ""


def _rows(trajectory: Trajectory, viewer: Actor) -> dict[str, list[Any]]:
    """By the heading of each kind all its versions, in the order in which they were written."""
    near = [kind for kind in KINDS if kind.key in ("trajectory", "person") and not _apart(kind)]
    told = gather([Asked(kind.model, kind.key, [_key(kind, trajectory)], kind.along) for kind in near])
    found = {kind.title: list(told.of(kind.model)) for kind in near}
    for kind in KINDS:
        if kind not in near:
            found[kind.title] = list(_asked(kind, trajectory, viewer))
    return found


def _apart(kind: Archived) -> bool:
    """What the one question cannot ask: sealed fields, papers that are not for everybody, and who names two others."""
    return kind.model in (FormerIdentity, Paper) or " " in kind.along


def _asked(kind: Archived, trajectory: Trajectory, viewer: Actor) -> Iterable[Any]:
    manager = kind.model._default_manager
    chosen = manager.visible_to(viewer) if kind.model is Paper else manager.all()
    his = chosen.filter(**{kind.key: _key(kind, trajectory)}).order_by("pk")
    return his.select_related(*kind.along.split()) if kind.along else his


def _key(kind: Archived, trajectory: Trajectory) -> int:
    return trajectory.person_id if kind.key.endswith("person") else trajectory.pk


def _hidden(trajectory: Trajectory, rows: Mapping[str, Sequence[Any]]) -> str:
    """That some papers are for who guides him alone, when this viewer is another; one query."""
    hidden = Paper.objects.of(trajectory).count() - len(rows["Papieren"])
    return "Papieren die alleen voor zijn officier zijn, staan hier niet in." if hidden else ""


@dataclass(frozen=True)
class Saying:
    """What a value is called: a code by its title, a row by its own words."""

    titles: Mapping[str, Mapping[str, str]]
    words: Mapping[tuple[type[models.Model], int], str]
    refs: Mapping[str, str]

    @classmethod
    def of(cls, rows: Iterable[Sequence[Any]], approaches: Approaches) -> "Saying":
        """By all that was told."""
        titles = {name: _titles(approaches, lists) for name, lists in LISTS.items()}
        words, refs = {}, {}
        for row in (row for some in rows for row in some):
            words[type(row), row.pk] = _own_words(row)
            if hasattr(row, "ref"):
                refs[str(row.ref)] = _own_words(row)
        return cls(titles, words, refs)

    def value(self, row: Any, field: models.Field[Any, Any]) -> str:
        """One field in words; empty when it says nothing."""
        if isinstance(field, models.ForeignKey):
            return self._other(row, field)
        said = getattr(row, field.name)
        if field.choices:
            return str(getattr(row, f"get_{field.name}_display")())
        if isinstance(said, uuid.UUID):
            return self.refs.get(str(said), "")
        return self._plain(said, self.titles.get(field.name, self.refs))

    def _other(self, row: Any, field: models.Field[Any, Any]) -> str:
        key = getattr(row, field.attname)
        if key is None:
            return ""
        known = self.words.get((field.related_model, key))  # type: ignore[arg-type]
        return known if known is not None else str(getattr(row, field.name))

    def _plain(self, said: Any, titles: Mapping[str, str]) -> str:
        if isinstance(said, bool):
            return "Ja" if said else "Nee"
        if isinstance(said, date):
            return written(said)
        if isinstance(said, time):
            return clock_time(said)
        if isinstance(said, dict):
            asked = sorted(said, key=list(titles).index) if said.keys() <= titles.keys() else sorted(said)
            return "".join(f"\n{titles.get(code, code)} {_answer(said[code])}" for code in asked)
        if isinstance(said, list):
            return ", ".join(self._plain(one, titles) for one in said)
        return titles.get(str(said), str(said)) if said is not None else ""


def _titles(approaches: Approaches, lists: Sequence[str]) -> dict[str, str]:
    days = [edition.valid_from for edition in approaches.begun]
    found = (one for name in lists for one in approaches.entries(name, *days).items())
    return {code: getattr(entry, "question", "") or entry.title for code, entry in found}


def _answer(told: Mapping[str, str]) -> str:
    """What was answered, and then the words with it, in whatever order a database keeps them."""
    names = sorted(told, key=lambda name: (name not in ANSWERS, name))
    said = (
        ANSWERS[name](told[name]).label if told[name] in ANSWERS.get(name, ()) else told[name]
        for name in names
    )
    return ". ".join(filter(None, said))


def _own_words(row: Any) -> str:
    """By which words another fact names this one."""
    if isinstance(row, Appointment):
        return f"{written(row.happened_on)}, {clock_time(row.begins)}"
    names = ("words", "creditor", "title", "criterion", "party", "purpose")
    return next((str(getattr(row, name)) for name in names if getattr(row, name, "")), "")


def _facts(rows: Sequence[Any], saying: Saying) -> list[dict[str, Any]]:
    """Each fact with the version that stands last first, and under it what stood there before."""
    of_each: dict[Any, list[Any]] = defaultdict(list)
    for row in rows:
        of_each[getattr(row, "ref", None) if hasattr(row, "corrects") else row.pk].append(row)
    return [fact for versions in of_each.values() for fact in _versions(versions, saying)]


def _versions(versions: Sequence[Any], saying: Saying) -> Iterator[dict[str, Any]]:
    last, *before = reversed(versions)
    yield _fact(last, saying, "Ingetrokken" if getattr(last, "withdrawn", False) else "")
    for row in before:
        yield _fact(row, saying, "Eerdere versie")


def _fact(row: Any, saying: Saying, mark: str) -> dict[str, Any]:
    labels = LABELS | LABELS_OF.get(type(row), {})
    told = ((labels[field.name], saying.value(row, field)) for field in _told_fields(type(row)))
    source = getattr(row, "source", "")
    about = getattr(row, "happened_on", None)
    return {
        "on": written(about),
        "mark": mark,
        "told": [list(one) for one in dict.fromkeys(told) if one[1]],
        "by": f"Vastgelegd op {moment(row.recorded_at)} door {row.recorded_by_label}."
        + (f" Bron: {source}." if source else ""),
    }


def _told_fields(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    silent = SILENT | SILENT_OF.get(model, frozenset())
    return [field for field in model._meta.concrete_fields if field.name not in silent]
