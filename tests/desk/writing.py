"""What is written to him: the form as it is proposed, and the PDF that was made and kept."""

from datetime import timedelta
from typing import Any

from django.test import Client
from django.urls import reverse

from regie.base.clock import day
from regie.detention.models.release_date import ReleaseAccount
from regie.detention.models.stay import StayAccount
from regie.plans.models import Paper
from regie.privacy import vault
from regie.trajectories.actions import tell_detention
from regie.trajectories.models import Trajectory
from tests.cast import Cast
from tests.sheets.reading import faults

FIRST_DAY = "eerste-dag"
LETTERS = ("uitnodiging", "gemist", "over-jou", "andere-officier")


def address(trajectory: Trajectory, draft: str) -> str:
    return reverse("desk:write_paper", args=[trajectory.person.ref, draft])


def proposed(client: Client, trajectory: Trajectory, draft: str) -> dict[str, Any]:
    """What stands in the form, by field."""
    form = client.get(address(trajectory, draft)).context["form"]
    return {name: form[name].value() or "" for name in form.fields}


def written(client: Client, trajectory: Trajectory, draft: str, **typed: str) -> bytes:
    """What was made of it, as it was proposed but for what was typed; without dots."""
    sent = {
        name: str(value).replace("…", "morgen") for name, value in proposed(client, trajectory, draft).items()
    }
    answer = client.post(address(trajectory, draft), sent | typed)
    assert answer.status_code == 302, answer.context["form"].errors
    return content(Paper.objects.latest("pk"))


def content(paper: Paper) -> bytes:
    pdf = b"".join(vault.read(paper.kept_as))
    assert faults(pdf) == []
    return pdf


def inside(trajectory: Trajectory, cast: Cast, now: Any, **release: Any) -> None:
    told = {"trajectory": trajectory, "by": cast.noor.acting(now), "at": now}
    tell_detention(account=StayAccount("PI Roermond", entered_on=day(now) - timedelta(days=30)), **told)
    if release:
        tell_detention(account=ReleaseAccount(**release), **told)
