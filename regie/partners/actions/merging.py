"""Two entries that are one become one, and two again when that was wrong."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from regie.accounts.enums import Permission
from regie.accounts.rules import check_may
from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotNow, NotValid
from regie.partners.models import Apart, Merge, MergeUndone, Organisation, Professional
from regie.partners.models.listing import GONE
from regie.privacy.actions import journal
from regie.privacy.enums import Verb

LATER = "Dit staat zelf niet meer op de kaart. Maak eerst ongedaan wat daarna kwam."


def merge_listings(*, kept: Any, gone: Any, by: Actor, at: datetime) -> Merge:
    """Makes one of two: what `kept` did not tell it gets from `gone`, who worked there moves along, `gone` ends.

    Twice is once. Raises NotAllowed, NotValid for two that cannot be one, NotNow when one of them ended.
    """
    _check_two(kept, gone, by)
    with transaction.atomic():
        _lock(kept, gone)
        earlier = Merge.objects.filter(**Merge.named(kept, gone), undone__isnull=True).first()
        if earlier is not None:
            return earlier
        if kept.ended_on or gone.ended_on:
            raise NotNow(GONE)
        filled = [name for name in vars(kept.account) if not getattr(kept, name) and getattr(gone, name)]
        moved = _move(Professional.objects.filter(organisation=gone), kept) if _is_place(kept) else []
        kept.rewrite({name: getattr(gone, name) for name in filled})
        gone.rewrite({"ended_on": day(at)})
        told = {"filled": filled, "moved": moved, **Merge.named(kept, gone)}
        made = Merge.objects.create(**told, **Merge.stamp(by=by, at=at))
        _journal(Verb.LISTINGS_MERGED, kept, gone, filled, bool(moved), by=by, at=at)
    return made


def undo_merge(*, merge: Merge, by: Actor, at: datetime) -> Merge:
    """Makes two again: `gone` stands on the map as it was, and gets back who is still there and what was filled.

    What somebody changed since then stays. Twice is once. Raises NotAllowed, or NotNow when `kept` ended meanwhile.
    """
    kept, gone = merge.kept, merge.gone
    _check_two(kept, gone, by)
    with transaction.atomic():
        _lock(kept, gone)
        if MergeUndone.objects.filter(merge=merge).exists():
            return merge
        if kept.ended_on:
            raise NotNow(LATER)
        back = [name for name in merge.filled if getattr(kept, name) == getattr(gone, name)]
        kept.rewrite({name: _empty(kept, name) for name in back})
        still = Professional.objects.filter(pk__in=merge.moved)
        moved = _move(still.filter(organisation=kept), gone) if _is_place(kept) else []
        gone.rewrite({"ended_on": None})
        MergeUndone.objects.create(merge=merge, **MergeUndone.stamp(by=by, at=at))
        _journal(Verb.MERGE_UNDONE, kept, gone, back, bool(moved), by=by, at=at)
    return merge


def keep_apart(*, one: Any, other: Any, by: Actor, at: datetime) -> Apart:
    """Somebody looked: these are two, and are not shown beside each other any more. Twice is once."""
    _check_two(one, other, by)
    first, second = sorted((one, other), key=lambda row: row.pk)
    with transaction.atomic():
        _lock(first, second)
        named = Apart.named(first, second)
        made, new = Apart.objects.get_or_create(**named, defaults=Apart.stamp(by=by, at=at))
        if new:
            _journal(Verb.LISTINGS_KEPT_APART, first, second, [], False, by=by, at=at)
    return made


def _check_two(one: Any, other: Any, by: Actor) -> None:
    for row in (one, other):
        check_may(by, Permission.KEEP_SOCIAL_MAP, row.municipality_id or 0)
    if type(one) is not type(other) or one.pk == other.pk or one.municipality_id != other.municipality_id:
        raise NotValid("Dit kunnen niet twee vermeldingen van hetzelfde zijn.")


def _lock(*rows: Any) -> None:
    """In one order, whoever is merged into whom: two people at once wait for each other, never both."""
    for row in sorted(rows, key=lambda row: row.pk):
        row.lock()


def _is_place(row: Any) -> bool:
    return isinstance(row, Organisation)


def _move(people: Any, to: Organisation) -> list[int]:
    """Lets these work at another organisation; who has one of them open in a form sees an older version."""
    chosen = list(people.select_for_update(no_key=True).order_by("pk").values_list("pk", flat=True))
    Professional.objects.filter(pk__in=chosen).update(organisation=to, version=F("version") + 1)
    return chosen


def _empty(row: Any, name: str) -> Any:
    return None if row._meta.get_field(name).null else ""


def _journal(
    verb: Verb, kept: Any, gone: Any, fields: list[str], people: bool, *, by: Actor, at: datetime
) -> None:
    chain = kept.municipality.cbs_code
    changed = [*fields, *(["professionals"] if people else [])]
    journal(verb, chain=chain, subject=kept.ref, fields=changed, by=by, at=at)
    journal(verb, chain=chain, subject=gone.ref, by=by, at=at)
