"""What the pages of partners are about: who has an account, what she is asked, and a link for that."""

from datetime import datetime
from typing import Any

from regie.accounts.models import User
from regie.base.clock import now
from regie.partners.models import Seat
from regie.requests.models import PartnerRequest
from regie.trajectories.models import Trajectory
from tests.cast import Cast
from tests.factories import links, people, requests
from tests.factories.partners import professional, seat


def partner(trajectory: Trajectory, cast: Cast, *, at: datetime) -> dict[str, Any]:
    """Els has an account, and is involved with him; so has Loes, which can be ended."""
    els, loes = (professional(cast, name, at=at) for name in ("Els Janssen", "Loes Pijpers"))
    involved = people.involve(trajectory, by=cast.noor, at=at, professional=els)
    seats = {entry: Seat.objects.get(user=seat(entry, at=at)) for entry in (els, loes)}
    asked = requests.ask(involved, by=cast.noor, at=at)
    return {
        "partnerdesk:person": {"involvement_ref": involved.ref},
        "partnerdesk:request": {"partnerrequest_ref": asked.ref},
        "seat_ref": seats[loes].ref,
        **_linked(asked, by=cast.noor),
    }


def asked_of_partners(trajectory: Trajectory, *, by: User, at: datetime) -> dict[str, Any]:
    """What was agreed with a partner, what is asked, and what was answered."""
    told: dict[str, Any] = {"by": by, "at": at}
    involved = people.involve(trajectory, **told)
    asked, answered = (requests.ask(involved, words=words, **told) for words in ("Een?", "Twee?"))
    requests.answer(answered, **told)
    return {
        "mutualagreement_ref": requests.agree(involved, **told).ref,
        "partnerrequest_ref": asked.ref,
        "desk:withdraw_requestanswer": {"partnerrequest_ref": answered.ref},
    }


def _linked(asked: PartnerRequest, *, by: User) -> dict[str, Any]:
    """Of what is asked of Els a link that works for a week, and its code."""
    made = links.link(asked, by=by, at=now())
    his = {"desk:revoke_request_link": {"partnerrequest_ref": asked.ref}}
    return {"link_token": made.token, "link_code": made.code, **his}
