"""What a colleague can be asked to do with a request to a partner; an act is as in `acts`."""

from collections.abc import Iterator
from typing import Any

from regie.accounts.models import User
from regie.base.clock import day, now
from regie.partners.models import Check
from regie.privacy.enums import Verb
from regie.requests.actions import tell_answer
from regie.requests.enums import AnswerKind
from regie.requests.models import PartnerRequest, RequestAnswer
from regie.requests.rules import AnswerAccount
from regie.trajectories.models import Disclosure, Involvement, Trajectory
from tests.factories import people, requests
from tests.prove.acts import Deed, acting


def ask_a_partner(*, by: str, trajectory: int) -> Deed:
    """Somebody is involved, and asked something."""
    his = Trajectory.objects.select_related("person", "municipality").get(pk=trajectory)
    who = User.objects.get(email=f"{by}@example.nl")
    return lambda: requests.ask(people.involve(his, by=who, at=now()), by=who, at=now()).pk


def partner_says(*, by: str, request: int, kind: str = "accepted", words: str = "") -> Deed:
    """Answers to what nobody had answered when he looked."""
    asked, who = _asked(request), acting(by)
    account = AnswerAccount(day(now()), AnswerKind(kind), words)
    return lambda: tell_answer(request=asked, account=account, after=None, by=who, at=now()).pk


def never_asked(*, by: str, request: int) -> Deed:
    """Takes it back."""
    asked, who = _asked(request), acting(by)
    return lambda: asked.withdraw(by=who, at=now()).pk


def how_request_stands(*, request: int) -> Deed:
    """Whether it stands, and what was answered."""
    asked = _asked(request)
    answers = RequestAnswer.objects.current().filter(asked=asked.ref).order_by("pk")
    return lambda: [
        PartnerRequest.objects.current().filter(ref=asked.ref).exists(),
        list(answers.values_list("kind", flat=True)),
    ]


def of_requests() -> Iterator[tuple[str, Any]]:
    """Every change of who is involved, asked or told, or of an answer, that asks for an entry: the verb and its subject."""
    for kind in (Involvement, Disclosure, PartnerRequest, RequestAnswer):
        for one in kind.objects.select_related("trajectory__person"):
            told = one.verbs.told if one.corrects_id is None else one.verbs.corrected
            yield (one.verbs.withdrawn if one.withdrawn else told).value, one.trajectory.person.ref
    for checked in Check.objects.filter(holds=True, organisation__isnull=False).select_related(
        "organisation"
    ):
        yield Verb.LISTING_CONFIRMED.value, checked.organisation.ref


def _asked(key: int) -> PartnerRequest:
    seen = PartnerRequest.objects.select_related("trajectory__person", "trajectory__municipality", "step")
    return seen.get(pk=key)
