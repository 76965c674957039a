"""Of who is involved: whether he joins, and what was explained to the young person."""

import uuid

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.approach.queries import Approaches
from regie.desk.forms.participation import ExplanationForm, ParticipationForm
from regie.desk.pages.involved import described
from regie.desk.pages.participation import answered, explanation
from regie.desk.pages.places import INVOLVED
from regie.desk.views.standing import standing_fact
from regie.desk.views.telling import About, Noun, telling
from regie.trajectories.models import Explanation, Involvement, Participation

PARTICIPATION = Noun(
    "participation", "Antwoord op meedoen", Participation, ParticipationForm, answered, INVOLVED
)
EXPLANATION = Noun("explanation", "Uitleg", Explanation, ExplanationForm, explanation, INVOLVED)


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def tell(request: StaffRequest, noun: Noun, involvement_ref: uuid.UUID) -> HttpResponse:
    """Something new of an involvement."""
    seen = Involvement.objects.current().visible_to(request.actor)
    one = standing_fact(request, seen.select_related("organisation", "professional"), involvement_ref)
    approaches = Approaches.of(one.trajectory.municipality, until=request.today)
    about = About({"thing": one.ref}, (described(one, approaches, on=request.today),))
    return telling(request, noun, one.trajectory, home=INVOLVED, about=about)
