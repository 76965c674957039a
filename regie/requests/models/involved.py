"""Who is asked or agreed with: his involvement as it stands."""

from regie.base.errors import NotNow, NotValid
from regie.trajectories.models import Involvement, Trajectory

OF_ANOTHER = "Dit is van iemand anders. Kies iets van hem."
NOT_INVOLVED = "Deze betrokkenheid is ingetrokken. Betrek de partner eerst opnieuw."


def standing_involvement(involved: Involvement, trajectory: Trajectory) -> Involvement:
    """The version that stands; raises NotValid of somebody else's, NotNow of one that was withdrawn; one query."""
    if involved.trajectory_id != trajectory.pk:
        raise NotValid(OF_ANOTHER, field="involvement")
    seen = Involvement.objects.current().select_related("organisation", "professional")
    found: Involvement | None = seen.filter(ref=involved.ref).first()
    if found is None:
        raise NotNow(NOT_INVOLVED)
    return found
