"""How it goes in a life domain, by whose eyes."""

from collections.abc import Mapping
from typing import Any

from django.db import models
from django.db.models import Q

from regie.plans import rules
from regie.plans.enums import Eye
from regie.plans.models.reading import Frame, Reading
from regie.plans.rules import DomainReadingAccount
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories.models.trajectory_fact import TrajectoryFactQuerySet, Verbs


class DomainReading(Reading):
    """On `happened_on` it went so in a domain, said this eye: words first, and never a score.

    How it goes with his care tells of his health, and words of anything: the strictest counts.
    """

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory",
        personal="happened_on eye who source",
        special="domain level",
        criminal="words",
    )

    verbs = Verbs(Verb.DOMAIN_READING_TOLD, Verb.DOMAIN_READING_CORRECTED, Verb.DOMAIN_READING_WITHDRAWN)
    told_of, of_each = "domain", frozenset({"level", "words"})
    none_told = "Kies bij minstens één leefgebied hoe het gaat."

    domain = models.CharField(max_length=rules.LONGEST_CODE)
    eye = models.CharField(max_length=20, choices=Eye)
    who = models.CharField(max_length=rules.LONGEST_TEXT["who"], blank=True)
    level = models.CharField(max_length=rules.LONGEST_CODE)
    words = models.CharField(max_length=rules.LONGEST_READING, blank=True)

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(Reading.Meta):
        constraints = [
            *Reading.Meta.constraints,
            models.CheckConstraint(
                name="plans_domainreading_says_how_it_goes", condition=~Q(domain="") & ~Q(level="")
            ),
            models.CheckConstraint(name="plans_domainreading_eye_we_know", condition=Q(eye__in=Eye.values)),
            models.CheckConstraint(
                name="plans_domainreading_names_its_partner", condition=~Q(eye=Eye.PARTNER) | ~Q(who="")
            ),
        ]

    @property
    def account(self) -> DomainReadingAccount:
        """What is told here."""
        return DomainReadingAccount(self.happened_on, Eye(self.eye), self.level, self.words, self.who)

    @property
    def about(self) -> Mapping[str, Any]:
        """Its domain, which no correction changes."""
        return {"domain": self.domain}

    @classmethod
    def _check_within(cls, account: DomainReadingAccount, frame: Frame, **about: Any) -> None:
        super()._check_within(account, frame)
        on = account.happened_on
        rules.check_domain_reading(
            account,
            about["domain"],
            domains=frame.known("life_domains", on),
            levels=frame.known("reading_levels", on),
        )
