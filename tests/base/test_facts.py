"""Facts: two times, corrected by adding; shown on moments of contact, the first facts there are."""

import uuid
from datetime import timedelta

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from regie.base.facts import Fact, FactQuerySet, standing
from regie.contacts.models import ContactMoment
from regie.persons.rules import Identity
from tests.cast import Cast
from tests.factories import people
from tests.factories.partners import organisation


def test_what_was_told_late_was_not_known_before(cast: Cast, trajectory, now):
    later = now + timedelta(days=10)
    people.meet(trajectory, by=cast.noor, at=later, happened_on=now.date())
    assert not ContactMoment.objects.as_known(later.date() - timedelta(days=1)).exists()
    assert ContactMoment.objects.as_known(later.date()).get().happened_on == now.date()


def test_a_day_is_a_day_in_the_netherlands(cast: Cast, trajectory, now):
    just_before_midnight = now.replace(hour=22, minute=59)
    just_after = now.replace(hour=23, minute=1)
    people.meet(trajectory, by=cast.noor, at=just_before_midnight, words="voor")
    people.meet(trajectory, by=cast.noor, at=just_after, words="na")
    assert [moment.words for moment in ContactMoment.objects.as_known(now.date())] == ["voor"]
    read = standing(ContactMoment.objects.all(), as_known=now.date())
    assert [moment.words for moment in read] == ["voor"]


def test_a_correction_of_a_correction(cast: Cast, trajectory, now):
    moment = people.meet(trajectory, by=cast.noor, at=now, words="een")
    by = cast.noor.acting(now)
    for number, words in enumerate(["twee", "drie"], start=1):
        moment = moment.add_correction(by=by, at=now + timedelta(days=number), words=words)
    assert ContactMoment.objects.current().get().words == "drie"
    assert ContactMoment.objects.as_known(now.date() + timedelta(days=1)).get().words == "twee"
    assert ContactMoment.objects.as_known(now.date()).get().words == "een"


def test_a_better_version_knows_what_it_names_and_not_what_the_older_one_named(cast: Cast, trajectory, now):
    other = people.guide(cast, at=now, who=Identity("Kevin", "Smeets"))
    moment, by = people.meet(trajectory, by=cast.noor, at=now), cast.noor.acting(now)
    same = moment.add_correction(by=by, at=now, words="twee")
    with CaptureQueriesContext(connection) as asked:
        assert same.trajectory == trajectory
    assert not asked.captured_queries
    assert same.add_correction(by=by, at=now, trajectory_id=other.pk).trajectory == other


def test_what_a_key_leads_to_is_told_better_by_its_name(cast: Cast, trajectory, now):
    first, by = people.disclose(trajectory, by=cast.noor, at=now), cast.noor.acting(now)
    bank = organisation(cast, at=now)
    named = first.add_correction(by=by, at=now, organisation=bank)
    assert named.organisation_id == bank.pk
    assert named.add_correction(by=by, at=now, organisation=None).organisation_id is None


def test_what_is_wrong_in_another_way_is_no_correction_meanwhile(cast: Cast, trajectory, now):
    by, sent = cast.noor.acting(now), uuid.uuid4()
    first, second = (people.meet(trajectory, by=cast.noor, at=now) for _ in range(2))
    first.add_correction(by=by, at=now, submission=sent)
    with pytest.raises(IntegrityError), transaction.atomic():
        second.add_correction(by=by, at=now, submission=sent)


def test_a_withdrawal_can_itself_be_corrected(cast: Cast, trajectory, now):
    moment = people.meet(trajectory, by=cast.noor, at=now)
    by = cast.noor.acting(now)
    withdrawal = moment.withdraw(by=by, at=now)
    withdrawal.add_correction(by=by, at=now, withdrawn=False)
    assert ContactMoment.objects.current().get().ref == moment.ref


def test_of_rows_that_were_read_the_same_stand_as_the_database_says(cast: Cast, trajectory, now):
    by = cast.noor.acting(now)
    for start, changes in ((0, "cwb"), (2, ""), (1, "w"), (3, "ccc")):
        moment = people.meet(trajectory, by=cast.noor, at=now + timedelta(days=start))
        for number, change in enumerate(changes, start=1):
            at = now + timedelta(days=start + 2 * number)
            moment = moment.add_correction(by=by, at=at, withdrawn=change == "w", words=f"{start} {number}")
    every = list(ContactMoment.objects.all())
    days = [now.date() + timedelta(days=number) for number in range(-1, 12)]
    found = [sorted(one.pk for one in standing(every, as_known=on)) for on in (None, *days)]
    asked = [sorted(ContactMoment.objects.known(on).values_list("pk", flat=True)) for on in (None, *days)]
    assert found == asked
    assert len({tuple(keys) for keys in found}) > 6


def test_nothing_is_changed_or_removed_in_place(cast: Cast, trajectory, now):
    moment = people.meet(trajectory, by=cast.noor, at=now)
    moment.words = "Anders"
    for change in (
        moment.save,
        moment.delete,
        ContactMoment.objects.all().delete,
        lambda: ContactMoment.objects.update(words="Anders"),
        lambda: ContactMoment.objects.bulk_update([moment], ["words"]),
    ):
        with pytest.raises(TypeError, match="never"), transaction.atomic():
            change()
    assert ContactMoment.objects.get().words == "Hij wil automonteur worden."


def test_every_fact_is_read_by_the_rules_for_facts():
    facts = [model for model in apps.get_models() if issubclass(model, Fact)]
    assert len(facts) >= 2
    assert all(issubclass(fact._default_manager._queryset_class, FactQuerySet) for fact in facts)


def test_a_withdrawal_names_the_fact_it_withdraws(cast: Cast, trajectory, now):
    with pytest.raises(IntegrityError), transaction.atomic():
        ContactMoment.objects.create(
            trajectory=trajectory, happened_on=now, kind="phone", outcome="made", withdrawn=True,
            **ContactMoment.stamp(by=cast.noor.acting(now), at=now),
        )  # fmt: skip


def test_one_first_version_of_a_fact(cast: Cast, trajectory, now):
    moment = people.meet(trajectory, by=cast.noor, at=now)
    with pytest.raises(IntegrityError), transaction.atomic():
        ContactMoment.objects.create(
            trajectory=trajectory, happened_on=now, kind="phone", outcome="made", ref=moment.ref,
            **ContactMoment.stamp(by=cast.noor.acting(now), at=now),
        )  # fmt: skip
