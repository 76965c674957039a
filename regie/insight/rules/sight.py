"""With whose eyes somebody looks."""

from regie.accounts.enums import Permission
from regie.accounts.rules import may
from regie.base.actors import Actor
from regie.insight.enums import Sight


def sight_of(viewer: Actor, municipality_id: int) -> Sight:
    """What he may be shown there: a total beside his own would tell an officer of his colleagues."""
    if may(viewer, Permission.SEE_ALL_TRAJECTORIES, municipality_id):
        return Sight.WHOLE
    return Sight.OWN if may(viewer, Permission.GUIDE, municipality_id) else Sight.GUARDED
