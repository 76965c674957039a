"""Partners in the scene: who is involved with who is guided here, who is not, no more, or in another life domain."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from regie.accounts.models import User
from regie.base.clock import day
from regie.partners.models import Seat
from tests.cast import Cast
from tests.factories import links, people, requests
from tests.factories.partners import organisation, professional, seat
from tests.isolation.files import File
from tests.isolation.secrets import overwrite

INVOLVED, OTHER_DOMAIN = "the partner who is involved", "the partner of another domain"
NOT_INVOLVED, NOT_PROMISED = "the partner who is not involved", "the partner who promised nothing yet"
ENDED, MOVED = "the partner whose involvement ended", "the partner who works elsewhere now"
ASKED = {"ground": "own_request", "scope": "Alles over zijn huur."}


def involved_partners(file: File, cast: Cast, *, at: datetime) -> dict[str, User]:
    """Each with an account and asked something, on a ground that carries everything: what is not shared stays closed."""
    found: dict[str, User] = {}
    refs, asked = [], []
    for name in (INVOLVED, OTHER_DOMAIN, NOT_INVOLVED, NOT_PROMISED, ENDED, MOVED):
        entry = professional(cast, name, at=at, organisation=organisation(cast, f"Werk van {name}", at=at))
        found[name] = seat(entry, at=at, promised=name != NOT_PROMISED)
        if name == NOT_INVOLVED:
            continue
        told: dict[str, Any] = {"professional": entry, **ASKED}
        involved = people.involve(file.records["trajectory"], by=cast.noor, at=at, **told)
        if name != OTHER_DOMAIN:  # the domain that was planted in his goal: the approach does not know it
            overwrite(involved, {"domains": [file.records["corrected goal"].domain]})
        refs.append(involved.ref)
        asked.append(requests.ask(involved, by=cast.noor, at=at).ref)
        if name == ENDED:
            involved.end(ended_on=day(at), why="Hij wil het niet meer.", by=cast.noor.acting(at), at=at)
        if name == MOVED:
            elsewhere = replace(entry.account, organisation=organisation(cast, "Ander werk", at=at))
            entry.change(account=elsewhere, by=cast.noor.acting(at), at=at)
    file.parts["involvement_ref"] += tuple(refs)
    file.parts["partnerrequest_ref"] += tuple(asked)
    return found


def link_to_try(file: File, cast: Cast, *, at: datetime) -> dict[str, Any]:
    """The address of a link that works; its code nobody here knows."""
    involved = people.involve(file.records["trajectory"], by=cast.noor, at=at)
    return {"link_token": links.link(requests.ask(involved, by=cast.noor, at=at), by=cast.noor, at=at).token}


def seat_to_end(cast: Cast, *, at: datetime) -> dict[str, Any]:
    """An account of somebody else."""
    user = seat(professional(cast, "Loes Pijpers", at=at), at=at)
    return {"seat_ref": Seat.objects.get(user=user).ref}
