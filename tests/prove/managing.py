"""What a manager and who works on the machine itself can be asked to do, as in `acts`; and what came of it."""

import io
from collections import Counter
from datetime import timedelta
from typing import Any

from django.core.management import call_command
from django.db import connection

from regie.accounts.actions import end_role, give_role
from regie.accounts.actions import review_accounts as review
from regie.accounts.actions.reviewing import NO_REVIEW
from regie.accounts.enums import ReviewOutcome, Role
from regie.accounts.models import (
    AccountReview,
    Invitation,
    Municipality,
    Region,
    ReviewedAccount,
    RoleGrant,
    User,
)
from regie.accounts.queries import accounts_to_review
from regie.approach.models import Edition
from regie.base.clock import day, now
from regie.clocks.actions import judge_terms
from regie.clocks.models import Judgement
from regie.partners.actions import bring_in
from regie.partners.models import Organisation, Professional
from regie.privacy.enums import Verb
from regie.privacy.models import JournalEntry
from tests.cast import TESTER
from tests.prove.acts import Deed, acting

MANAGER = Role.FUNCTIONAL_MANAGER


def end_management(*, by: str, of: str) -> Deed:
    """One manager ends the role of another, from today."""
    who, grant = acting(by), _managers().select_related("user", "municipality").get(user__name=of)
    return lambda: end_role(grant, until=day(now()), by=who, at=now()).pk


def manage_again(*, names: list[str]) -> Deed:
    """Who of these manages no more is given that role again, by who works on the machine; answers who had it left."""

    def deed() -> list[str]:
        left = list(_managers().order_by("user__name").values_list("user__name", flat=True))
        here = Municipality.objects.get(cbs_code="GM1883")
        for user in User.objects.filter(name__in=set(names) - set(left)):
            give_role(user=user, role=MANAGER, municipality=here, since=day(now()), by=TESTER, at=now())
        return left

    return deed


def look_at_accounts(*, by: str) -> Deed:
    """A manager says that every account is still needed, as he sees them now; answers the review."""
    who, here = acting(by), Municipality.objects.get(cbs_code="GM1883")
    last = AccountReview.objects.newest_first().first()
    kept = {one.user.pk: ReviewOutcome.KEPT for one in accounts_to_review(here, on=day(now()))}
    seen = last.pk if last else NO_REVIEW
    return lambda: review(municipality=here, outcomes=kept, seen=seen, by=who, at=now()).pk


def reviewed() -> Deed:
    """How many reviews there are, how many of them have a line for everybody, and their entries in the journal."""

    def look() -> list[int]:
        everybody = len(accounts_to_review(Municipality.objects.get(cbs_code="GM1883"), on=day(now())))
        lines = Counter(ReviewedAccount.objects.values_list("review", flat=True))
        entries = JournalEntry.objects.filter(verb=Verb.ACCOUNTS_REVIEWED).count()
        whole = sum(number == everybody for number in lines.values())
        return [AccountReview.objects.count(), whole, entries]

    return look


def bring_list_in(*, by: str, text: str) -> Deed:
    """Brings a list for the social map in; answers how many of its lines it added, changed or found there."""
    who, here = acting(by), Municipality.objects.get(cbs_code="GM1883")
    return lambda: Counter(one.arrived.value for one in bring_in(text, municipality=here, by=who, at=now()))


def on_the_map(*, place: str) -> Deed:
    """How many organisations and professionals stand on the map with this in their name, and entries of them."""

    def look() -> list[int]:
        kinds: tuple[Any, ...] = (Organisation, Professional)
        found = [kind.objects.filter(name__contains=place).values_list("ref", flat=True) for kind in kinds]
        entries = JournalEntry.objects.filter(subject__in=[ref for refs in found for ref in refs])
        return [*map(len, found), entries.count()]

    return look


def begin(*, region: str, municipality: str, code: str, name: str) -> Deed:
    """`bin/manage begin` with everything told; answers what it said."""
    told = {"region": region, "municipality": municipality, "cbs-code": code, "manager-name": name}
    told["manager-email"] = f"{name.lower()}@example.nl"

    def deed() -> str:
        said = io.StringIO()
        call_command("begin", *(f"--{option}={value}" for option, value in told.items()), stdout=said)
        return said.getvalue()

    return deed


def begun(*, code: str) -> Deed:
    """Of a municipality: how often it is there, who was asked in; and of the country how often a layer and a facility."""

    def look() -> dict[str, Any]:
        facilities = Counter(Organisation.objects.facilities().values_list("kind", "name"))
        layers = Counter(Edition.objects.values_list("layer", "region__name", "municipality__name"))
        return {
            "places": Municipality.objects.filter(cbs_code=code).count(),
            "regions": max(Counter(Region.objects.values_list("name", flat=True)).values()),
            "asked": list(
                Invitation.objects.filter(municipality__cbs_code=code).values_list("name", flat=True)
            ),
            "facilities": [len(facilities) > 0, max(facilities.values(), default=0)],
            "layers": max(layers.values(), default=0),
            "cache": "shared_cache" in connection.introspection.table_names(),
        }

    return look


def _managers() -> Any:
    return RoleGrant.objects.running(day(now())).filter(role=MANAGER, municipality__cbs_code="GM1883")


def judge(*, days: int) -> Deed:
    """Judges the terms of every day until so many days from now; answers how many judgements that gave."""
    at = now() + timedelta(days=days)
    return lambda: judge_terms(by=TESTER, at=at).judgements


def judged_twice() -> Deed:
    """How many judgements there are, and how many of those say the same of the same day again."""

    def deed() -> list[int]:
        told = Judgement.objects.values_list(
            "trajectory", "rule", "occurrence", "judged_for", "verdict", "due"
        )
        times = Counter(told)
        return [len(times), sum(times.values()) - len(times)]

    return deed
