"""Every three months a manager looks at all accounts: each is still needed, or its roles end."""

import uuid
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from regie.accounts.actions import review_accounts
from regie.accounts.actions.reviewing import NO_REVIEW
from regie.accounts.enums import ReviewOutcome, Role
from regie.accounts.models import AccountReview, ReviewedAccount, RoleGrant, User
from regie.accounts.queries import accounts_to_review, last_reviews
from regie.accounts.rules import review_due_on
from regie.base.actors import Actor, ActorKind
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.privacy.models import JournalEntry
from tests.cast import TESTER, Cast, employ
from tests.factories.colleagues import review

TODAY = date(2026, 11, 18)


def answers(cast: Cast, **other: ReviewOutcome) -> dict[int, ReviewOutcome]:
    """Everybody is still needed, but these."""
    said = dict.fromkeys(("noor", "sem", "fatima", "rosa", "ada"), ReviewOutcome.KEPT) | other
    return {getattr(cast, name).pk: outcome for name, outcome in said.items()}


def told(made: AccountReview) -> dict[str, str]:
    return dict(ReviewedAccount.objects.filter(review=made).values_list("user__name", "outcome"))


class TestItWorks:
    def test_something_is_said_of_every_account(self, cast: Cast, now):
        User.objects.filter(pk=cast.noor.pk).update(last_login=now)
        made = review(cast, at=now, outcomes=answers(cast, sem=ReviewOutcome.CHANGED))
        assert told(made) == {
            "Noor": "kept",
            "Sem": "changed",
            "Fatima": "kept",
            "Rosa": "kept",
            "Ada": "kept",
            "Wil": "own",
        }
        line = ReviewedAccount.objects.get(user=cast.noor)
        assert (line.roles, line.last_login) == ("Re-integratieofficier", now)
        (entry,) = JournalEntry.objects.filter(subject=made.ref)
        assert (entry.verb, entry.chain_id) == ("accounts.reviewed", "GM1883")

    def test_what_is_needed_no_more_ends_today(self, cast: Cast, now):
        soon = TODAY + timedelta(days=9)
        RoleGrant.grant(
            user=cast.sem, role=Role.COORDINATOR, municipality=cast.here, since=soon, by=TESTER, at=now
        )
        review(cast, at=now, outcomes=answers(cast, sem=ReviewOutcome.ENDED))
        assert not cast.sem.acting(now).posts
        assert not cast.sem.acting(now + timedelta(days=30)).posts
        assert cast.noor.acting(now).posts
        ended = JournalEntry.objects.filter(verb="role.ended")
        assert {entry.subject for entry in ended} == set(
            RoleGrant.objects.filter(user=cast.sem).values_list("ref", flat=True)
        )
        assert ReviewedAccount.objects.get(user=cast.sem).roles == "Coördinator; Re-integratieofficier"

    def test_who_left_is_not_asked_and_who_is_off_is(self, cast: Cast, now):
        RoleGrant.objects.filter(user=cast.ada).update(until=TODAY)
        User.objects.filter(pk=cast.sem.pk).update(is_active=False)
        names = [one.user.name for one in accounts_to_review(cast.here, on=TODAY)]
        assert names == ["Fatima", "Noor", "Rosa", "Sem", "Wil"]

    def test_only_the_roles_here_end(self, cast: Cast, now):
        RoleGrant.grant(
            user=cast.bas, role=Role.COORDINATOR, municipality=cast.here, since=TODAY, by=TESTER, at=now
        )
        review(cast, at=now, outcomes=answers(cast, bas=ReviewOutcome.ENDED))
        assert cast.bas.acting(now).municipalities_as(Role) == {cast.elsewhere.pk}

    def test_each_comes_after_the_one_before_it_here(self, cast: Cast, now):
        ina = employ("Ina", Role.FUNCTIONAL_MANAGER, cast.elsewhere, at=now)
        bas = {cast.bas.pk: ReviewOutcome.KEPT}
        review_accounts(municipality=cast.elsewhere, outcomes=bas, by=ina.acting(now), at=now)
        seen = NO_REVIEW
        for hour in range(3):
            seen = review(cast, at=now + timedelta(hours=hour), seen=seen).pk
        assert AccountReview.objects.filter(municipality=cast.here).count() == 3

    def test_a_job_with_the_number_of_a_colleague_is_not_him(self, cast: Cast, now):
        job = Actor(ActorKind.JOB, str(cast.sem.pk), "Taak")
        made = review(cast, at=now, outcomes=answers(cast, wil=ReviewOutcome.KEPT), by=job)
        assert set(told(made).values()) == {"kept"}

    def test_when_it_is_time_again(self, cast: Cast, now):
        assert last_reviews([cast.here.pk]) == [(cast.here, None)]
        review(cast, at=now - timedelta(days=200))
        review(cast, at=now)
        assert last_reviews([cast.here.pk, cast.elsewhere.pk]) == [(cast.elsewhere, None), (cast.here, TODAY)]
        assert review_due_on(TODAY) == date(2027, 2, 18)
        assert review_due_on(None) is None


class TestItIsRefused:
    @pytest.mark.parametrize("who", ["noor", "fatima", "ada", "bas"])
    def test_only_the_manager_looks(self, cast: Cast, now, who: str):
        with pytest.raises(NotAllowed):
            review(cast, at=now, by=getattr(cast, who).acting(now))
        assert not AccountReview.objects.exists()

    def test_an_account_without_an_answer(self, cast: Cast, now):
        said = answers(cast)
        del said[cast.sem.pk]
        with pytest.raises(NotValid) as refused:
            review(cast, at=now, outcomes=said)
        assert refused.value.field == str(cast.sem.pk)
        assert not AccountReview.objects.exists()

    def test_of_another_it_cannot_be_said_that_it_is_ones_own(self, cast: Cast, now):
        with pytest.raises(NotValid):
            review(cast, at=now, outcomes=answers(cast, sem=ReviewOutcome.OWN))

    def test_his_own_account_he_neither_keeps_nor_ends(self, cast: Cast, now):
        made = review(cast, at=now, outcomes=answers(cast, wil=ReviewOutcome.ENDED))
        assert told(made)["Wil"] == "own"
        assert RoleGrant.objects.get(user=cast.wil).until is None

    def test_when_one_cannot_end_nothing_is_written(self, cast: Cast, now):
        said = answers(cast, wil=ReviewOutcome.ENDED, noor=ReviewOutcome.ENDED)
        with pytest.raises(NotNow, match="enige functioneel beheerder") as refused:
            review(cast, at=now, outcomes=said, by=TESTER)
        assert refused.value.field == str(cast.wil.pk)
        assert not AccountReview.objects.exists()
        assert cast.noor.acting(now).posts

    def test_sent_twice_is_once(self, cast: Cast, now):
        sent = uuid.uuid4()
        first, second = (review(cast, at=now, submission=sent, seen=0) for _ in range(2))
        assert first == second
        assert ReviewedAccount.objects.count() == 6

    def test_the_second_of_two_managers_is_told(self, cast: Cast, now):
        mia = employ("Mia", Role.FUNCTIONAL_MANAGER, cast.here, at=now)
        both = answers(cast) | {mia.pk: ReviewOutcome.KEPT, cast.wil.pk: ReviewOutcome.KEPT}
        review(cast, at=now, seen=0, outcomes=both)
        with pytest.raises(NotNow, match="intussen gecontroleerd"):
            review(cast, at=now, seen=0, outcomes=both, by=mia.acting(now))

    def test_the_database_holds_one_review_of_a_form(self, cast: Cast, now):
        made = review(cast, at=now, submission=uuid.uuid4())
        made.pk, made.ref = None, uuid.uuid4()
        with pytest.raises(IntegrityError), transaction.atomic():
            made.save(force_insert=True)

    def test_the_database_holds_one_answer_for_an_account(self, cast: Cast, now):
        made = review(cast, at=now)
        line = ReviewedAccount.objects.filter(review=made).first()
        line.pk = None
        with pytest.raises(IntegrityError), transaction.atomic():
            line.save(force_insert=True)

    def test_a_manager_sees_those_of_his_municipality(self, cast: Cast, now):
        made = review(cast, at=now)
        ina = employ("Ina", Role.FUNCTIONAL_MANAGER, cast.elsewhere, at=now)
        assert list(AccountReview.objects.visible_to(cast.wil.acting(now))) == [made]
        for who in (ina, cast.noor, cast.ada):
            assert not AccountReview.objects.visible_to(who.acting(now)).exists()
