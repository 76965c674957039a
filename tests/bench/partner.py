"""A partner who is involved with twenty whom a colleague guides, and was asked two hundred things."""

from datetime import datetime

from django.test import Client

from regie.accounts.models import User
from regie.base.clock import day
from regie.partners.enums import ProfessionalRole
from regie.partners.models import Professional, ProfessionalAccount
from regie.trajectories.models import Trajectory
from tests.bench.places import Place
from tests.cast import sign_in
from tests.factories import people, requests
from tests.factories.partners import seat

HELPED, ASKED = 20, 200


def asked_much(here: Place, by: User, *, at: datetime) -> Client:
    """Her browser; all of it is open, and nothing is late."""
    account = ProfessionalAccount("Els Janssen", ProfessionalRole.DEBT_COUNSELLOR)
    told = {"by": by.acting(at), "at": at}
    entry = Professional.add(account=account, municipality=here.municipality, **told)
    hers = Trajectory.objects.assigned_to(by.acting(at)).running(day(at)).order_by("pk")[:HELPED]
    involved = [people.involve(one, by=by, at=at, professional=entry) for one in hers]
    for turn in range(ASKED):
        requests.ask(involved[turn % len(involved)], by=by, at=at, words=f"Wilt u brief {turn} ordenen?")
    return sign_in(seat(entry, at=at))
