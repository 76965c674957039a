"""Two officers have the same referral open; one wins and the other reads why."""

from regie.base.clock import day
from regie.trajectories.models import Trajectory
from tests.cast import Cast
from tests.factories import people
from tests.journeys.conftest import Arrives


def test_sem_comes_second(cast: Cast, arrives: Arrives, now):
    # Given a referral that Noor and Sem both look at
    referral = people.refer(cast, at=now)
    people.weigh(referral, by=cast.noor, at=now)
    noor, sem = arrives(cast.noor), arrives(cast.sem)
    for officer in (noor, sem):
        officer.goes_to(f"/aanmeldingen/{referral.ref}/")
    # When Noor accepts it, and then Sem
    noor.clicks("Aannemen")
    noor.sees("U begeleidt nu Jayden Muller.")
    sem.clicks("Aannemen")
    # Then Sem reads who was first, and nothing of Jayden
    sem.sees("Al aangenomen", "Noor heeft deze aanmelding aangenomen")
    sem.does_not_see("Jayden")
    assert Trajectory.objects.get().officer_on(day(now)) == cast.noor
