"""Noor arranges what is still open from the page of his first 72 hours, and comes back there."""

from datetime import timedelta

from django.test import Client
from django.urls import reverse

from regie.base.clock import now as this_moment
from regie.trajectories.enums import ArrangementState
from regie.trajectories.models import Arrangement
from tests.cast import Cast
from tests.factories import people
from tests.factories.first_days import free

ARRANGED = {"state": "arranged", "owner": "family"}


def test_what_is_open_leads_to_its_form_and_back_again(cast: Cast, noor: Client, fatima: Client):
    at = this_moment()
    his = people.guide(cast, at=at - timedelta(days=8))
    free(his, by=cast.noor, at=at)
    people.arrange(his, "phone", ArrangementState.UNKNOWN, by=cast.noor, at=at)
    hours = reverse("desk:first_hours", args=[his.person.ref])
    forms = [reverse("desk:arrange", args=[his.person.ref, "release", item]) for item in ("phone", "money")]
    phone, money = (f"{form}?van=eerste-72-uur" for form in forms)

    shown = noor.get(hours).content.decode()
    assert phone in shown  # told of
    assert money in shown  # nobody looked into it yet
    assert forms[0] not in fatima.get(hours).content.decode()

    assert f'href="{hours}"' in noor.get(phone).content.decode()
    sent = noor.post(phone, ARRANGED, follow=True)
    assert sent.redirect_chain == [(hours, 302)]
    assert phone not in sent.content.decode()
    assert money in sent.content.decode()


def test_from_elsewhere_it_leads_back_to_the_list(cast: Cast, trajectory, noor: Client):
    form = reverse("desk:arrange", args=[trajectory.person.ref, "release", "money"])
    release = reverse("desk:release_week", args=[trajectory.person.ref])
    assert f'href="{release}"' in noor.get(f"{form}?van=//ergens.nl").content.decode()
    assert noor.post(f"{form}?van=//ergens.nl", ARRANGED).url == release
    assert Arrangement.objects.exists()
