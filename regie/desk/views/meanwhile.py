"""Whether somebody else was first while one typed, and what he is shown then."""

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from regie.accounts.access import StaffRequest
from regie.base.facts import Fact
from regie.desk.forms.meanwhile import BothTexts, both_texts
from regie.desk.forms.told import ToldForm
from regie.ui.words import moment


@dataclass(frozen=True)
class Overtaken:
    """The last version, and the one that he saw when he began; `sent_before` when it came from this same sending."""

    now: Any
    seen: Any | None
    sent: QueryDict
    sent_before: bool

    def said_to(self, request: StaffRequest) -> str:
        """Who was first, and when."""
        him = str(self.now.recorded_by_id) == str(request.actor.id)
        who = "U" if him else self.now.recorded_by_label
        did = "trok dit intussen in" if self.now.withdrawn else "verbeterde dit intussen"
        return f"{who} {did}, op {moment(self.now.recorded_at)}."


def is_typing(request: StaffRequest) -> bool:
    """Whether something was typed: it was sent now, or before his session ended."""
    return request.method == "POST" or request.typed is not None


def overtaken(request: StaffRequest, told: Any) -> Overtaken | None:
    """That what was typed is about another version than stands now; None when it is not. One query."""
    sent = request.POST if request.method == "POST" else request.typed
    if sent is None:
        return None
    model: type[Fact] = type(told)
    versions: list[Any] = list(model._default_manager.filter(ref=told.ref).order_by("pk"))
    now, saw = versions[-1], sent.get("seen", "")
    if saw == str(now.pk) or not (saw or now.withdrawn):
        return None
    now.trajectory = told.trajectory
    sendings = {str(one.submission) for one in versions if one.submission}
    seen = next((one for one in versions if str(one.pk) == saw), None)
    return Overtaken(now, seen, sent, sent.get("submission", "") in sendings)


def texts_of(found: Overtaken, form: type[ToldForm], *, request: StaffRequest) -> BothTexts:
    """What he typed and what stands now; no query."""
    sent = form(found.sent, trajectory=found.now.trajectory, on=request.today, fact=found.now)
    was = form.again(found.seen) if found.seen else None
    return both_texts(sent, was=was, stands=form.again(found.now), withdrawn=found.now.withdrawn)
