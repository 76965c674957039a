"""What is pinned of the pages on which the work is shared, and what is typed into their forms."""

from datetime import datetime, timedelta
from typing import Any

from regie.accounts.models import Absence, Cover, RoleGrant
from regie.base.clock import day
from regie.trajectories.models import Assignment, MustKnow, Trajectory
from tests.cast import Cast

# Who, what he does → the number of queries.
PINNED: dict[tuple[str, str], int] = {
    ("fatima", "desk:allocation"): 12,
    ("fatima", "desk:plan_caseload"): 6,
    ("fatima", "send desk:allocation"): 25,
    ("fatima", "send desk:plan_caseload"): 16,
    ("noor", "desk:covers"): 7,
    ("noor", "desk:cover"): 9,
    ("fatima", "desk:cover"): 8,
    ("noor", "desk:arrange_cover"): 7,
    ("noor", "desk:end_cover"): 6,
    ("noor", "desk:tell_must_know"): 10,
    ("noor", "send desk:arrange_cover"): 21,
    ("noor", "send desk:end_cover"): 11,
    ("noor", "send desk:tell_must_know"): 20,
}


def cover_of(trajectory: Trajectory, cast: Cast, *, at: datetime) -> Cover:
    """Sem covers for Noor from next week, and was told what he must know."""
    by, since = cast.noor.acting(at), day(at) + timedelta(days=7)
    absence = Absence(cast.noor, cast.here, cast.sem, since, since + timedelta(days=7))
    cover = Cover.arrange(absence, by=by, at=at)
    MustKnow.tell(cover=cover, trajectory=trajectory, words="Bel hem.", seen=None, by=by, at=at)
    return cover


def typed(trajectory: Trajectory, cast: Cast, *, at: datetime) -> dict[str, dict[str, Any]]:
    """What is typed into each form about this young person."""
    standing = Assignment.objects.get(trajectory=trajectory)
    post = RoleGrant.objects.get(user=cast.sem)
    box = f"{trajectory.person.ref}.{standing.pk}"
    mine = RoleGrant.objects.get(user=cast.noor)
    known = MustKnow.objects.get(trajectory=trajectory)
    away = {"since": f"{day(at):%d-%m-%Y}", "until": f"{day(at) + timedelta(days=2):%d-%m-%Y}"}
    return {
        "desk:arrange_cover": {"post": mine.pk, "substitute": cast.sem.pk, **away},
        "desk:tell_must_know": {"words": "Bel hem vaak.", "seen": known.pk},
        "desk:allocation": {"people": [box], "officer": cast.sem.pk, "since": f"{day(at):%d-%m-%Y}"},
        "desk:plan_caseload": {"post": f"{post.pk}.0", "number": "9"},
    }
