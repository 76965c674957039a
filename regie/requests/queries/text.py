"""The text of a request: what its partner reads of it, in the secure mail or with a link, and no more."""

from regie.approach.rules import Approach
from regie.plans.models import Step
from regie.requests.models import PartnerRequest
from regie.trajectories.rules import Opening, Part, Thing, opened
from regie.ui.words import written


def text_to_send(request: PartnerRequest, opening: Opening, *, officer: str) -> str:
    """The text for the secure mail of the municipality: what is asked, and of its step only what may be told."""
    lines = [f"{part.called}: {part.words}" for thing in opening.seen for part in thing.parts]
    of_step = ["", "Dit hoort bij een stap uit het plan.", *lines] if lines else []
    return "\n".join(
        [
            f"Beste {request.asked_of},",
            "",
            f"U bent betrokken bij {request.trajectory.person}, als {request.involvement.role}.",
            f"Ik vraag u: {request.words}",
            f"Graag voor {written(request.wanted_on)}.",
            *of_step,
            "",
            "Laat u mij weten of dit lukt? Kan het niet, of op een andere dag? Zeg dat dan ook.",
            "",
            "Met vriendelijke groet,",
            officer,
        ]
    )


def opening_of(request: PartnerRequest, approach: Approach) -> Opening:
    """Of its step what the ground and the life domains of the involvement open; nothing of a ground that is gone."""
    step, involved = request.step, request.involvement
    ground = next((one for one in approach.grounds if one.code == involved.ground), None)
    things = [_thing(step)] if step else []
    return opened(things, domains=involved.domains, carries=ground.carries if ground else ())


def _thing(step: Step) -> Thing:
    kinds = step.privacy.kinds()
    parts = (
        Part("Stap", kinds["words"], step.words),
        Part("Voor", kinds["due_on"], written(step.due_on) if step.due_on else ""),
    )
    told = tuple(part for part in parts if part.words)
    return Thing("De stap waar dit bij hoort", step.privacy.shared, step.goal.domain, told)
