"""The cast: the same people in every test.

Noor is an officer and guides Jayden. Sem is an officer in the same municipality, Fatima its coordinator, Wil its
functional manager, Rosa its programme manager and Ada its privacy officer. Bas is an officer in another municipality: he must not get in.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.test import Client

from regie.accounts.enums import Role
from regie.accounts.models import Municipality, Region, RoleGrant, User
from regie.base.actors import Actor, ActorKind
from regie.base.clock import day
from regie.entrance.second_factor import CONFIRMED
from tests.factories.approaches import load_shipped

TESTER = Actor(ActorKind.JOB, "test", "Test")


@dataclass(frozen=True)
class Cast:
    """Who there is, and where."""

    here: Municipality
    elsewhere: Municipality
    noor: User
    sem: User
    fatima: User
    wil: User
    rosa: User
    ada: User
    bas: User

    @classmethod
    def assemble(cls, *, at: datetime) -> "Cast":
        """Everyone in place, with the role each holds since a year."""
        region = Region.objects.create(name="Zuid-Limburg")
        here = Municipality.objects.create(name="Sittard-Geleen", cbs_code="GM1883", region=region)
        elsewhere = Municipality.objects.create(name="Heerlen", cbs_code="GM0917", region=region)
        load_shipped(by=TESTER, at=at)
        return cls(
            here,
            elsewhere,
            noor=employ("Noor", Role.OFFICER, here, at=at),
            sem=employ("Sem", Role.OFFICER, here, at=at),
            fatima=employ("Fatima", Role.COORDINATOR, here, at=at),
            wil=employ("Wil", Role.FUNCTIONAL_MANAGER, here, at=at),
            rosa=employ("Rosa", Role.PROGRAMME_MANAGER, here, at=at),
            ada=employ("Ada", Role.PRIVACY_OFFICER, here, at=at),
            bas=employ("Bas", Role.OFFICER, elsewhere, at=at),
        )


def employ(name: str, role: Role, where: Municipality, *, at: datetime) -> User:
    """A colleague with one role."""
    user = User.objects.create_user(f"{name.lower()}@example.nl", "een-lang-wachtwoord", name=name)
    since = day(at - timedelta(days=365))
    RoleGrant.grant(user=user, role=role, municipality=where, since=since, by=TESTER, at=at)
    return user


def sign_in(user: User) -> Client:
    """A client that came in with password and second factor."""
    client = Client()
    client.force_login(user)
    session = client.session
    session[CONFIRMED] = True
    session.save()
    return client
