"""A link for one request: a code apart, one answer, and nothing for who guesses, forwards or comes too late."""

import uuid
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.privacy.models import JournalEntry
from regie.requests.actions import make_link, open_link
from regie.requests.enums import AnsweredBy, AnswerKind, LinkStep
from regie.requests.models import LinkEvent, OneTaskLink, PartnerRequest, RequestAnswer
from regie.requests.models.one_task_link import code_hash_of
from regie.requests.queries import linked_request, links_of
from regie.requests.rules import LINK_LASTS, MOST_WRONG
from regie.trajectories.models import Disclosure
from tests.cast import Cast
from tests.factories import endings, links, people, requests
from tests.factories.partners import professional

DAY, WRONG = timedelta(days=1), "BBBB-BBBB"
TODAY = date(2026, 11, 18)


@pytest.fixture
def involved(cast: Cast, trajectory, now):
    return people.involve(trajectory, by=cast.noor, at=now)


@pytest.fixture
def asked(cast: Cast, involved, now) -> PartnerRequest:
    return requests.ask(involved, by=cast.noor, at=now)


@pytest.fixture
def made(cast: Cast, asked, now):
    return links.link(asked, by=cast.noor, at=now)


def steps(made) -> list[str]:
    return list(LinkEvent.objects.filter(link=made.link).order_by("pk").values_list("step", flat=True))


def guess(made, now, times: int) -> None:
    for _ in range(times):
        with pytest.raises(NotValid, match="Deze code klopt niet") as refused:
            links.enter(made, at=now, code=WRONG)
        assert refused.value.field == "code"


class TestItWorks:
    def test_with_its_code_and_then_he_answers_once(self, made, now):
        links.enter(made, at=now)
        answer = links.answer(links.found(made, at=now), AnswerKind.DECLINED, at=now, words="Vol.")
        assert (answer.kind, answer.words, answer.channel) == ("declined", "Vol.", "link")
        assert (answer.recorded_by_kind, answer.recorded_by_id) == ("link_holder", str(made.link.ref))
        assert answer.recorded_by_label == "Wie de link kreeg"
        assert linked_request(made.token, at=now) is None
        assert steps(made) == ["opened", "answered"]

    def test_a_code_is_typed_over_as_people_do(self, made, now):
        typed = f" {made.code.lower().replace('-', ' ')} "
        assert links.enter(made, at=now, code=typed) == made.link

    def test_nobody_can_read_a_token_or_a_code_back(self, made):
        kept = [str(value) for value in OneTaskLink.objects.values_list().get()]
        assert made.token not in "".join(kept)
        assert made.code.replace("-", "") not in "".join(kept)

    def test_the_same_code_of_two_links_looks_like_two(self, made):
        one, other = (code_hash_of(ref, made.code) for ref in (made.link.ref, uuid.uuid4()))
        assert one == made.link.code_hash != other

    def test_two_links_share_no_code(self, cast: Cast, involved, made, now):
        other = links.link(
            requests.ask(involved, by=cast.noor, at=now, words="Belt u?"), by=cast.noor, at=now
        )
        with pytest.raises(NotValid):
            links.enter(other, at=now, code=made.code)

    def test_one_sending_is_one_link_and_its_code_is_told_once(self, cast: Cast, asked, now):
        sent = uuid.uuid4()
        first = links.link(asked, by=cast.noor, at=now, submission=sent)
        again = links.link(asked, by=cast.noor, at=now, submission=sent)
        assert (again.link, again.token, again.code) == (first.link, "", "")

    def test_one_sending_is_one_answer(self, made, now):
        opened, sent = links.found(made, at=now), uuid.uuid4()
        first = links.answer(opened, at=now, submission=sent)
        assert links.answer(opened, at=now, submission=sent) == first
        assert steps(made) == ["answered"]


class TestItIsRefused:
    def test_guessing_is_stopped(self, cast: Cast, made, now):
        guess(made, now, MOST_WRONG - 1)
        opened = links.found(made, at=now)
        guess(made, now, 1)
        with pytest.raises(NotNow):
            open_link(opened, code=made.code, with_step=False, at=now)
        assert linked_request(made.token, at=now) is None
        assert steps(made)[-2:] == ["wrong_code", "closed"]
        assert not Disclosure.objects.filter(channel="link").exists()

    def test_after_a_wrong_code_the_right_one_still_opens(self, made, now):
        guess(made, now, MOST_WRONG - 1)
        assert links.enter(made, at=now)

    def test_a_guessed_address_opens_nothing(self, made, now):
        assert linked_request("verzonnen", at=now) is None
        assert linked_request("", at=now) is None

    def test_after_its_days(self, made, now):
        assert linked_request(made.token, at=now + LINK_LASTS - DAY)
        opened = links.found(made, at=now)
        late = now + LINK_LASTS
        assert linked_request(made.token, at=late) is None
        with pytest.raises(NotNow):
            open_link(opened, code=made.code, with_step=False, at=late)
        with pytest.raises(NotAllowed):
            links.answer(opened, at=late)

    def test_once_it_was_revoked_also_when_it_was_open_on_his_screen(self, cast: Cast, made, now):
        links.enter(made, at=now)
        opened = links.found(made, at=now)
        made.link.revoke(by=cast.noor.acting(now), at=now)
        assert linked_request(made.token, at=now) is None
        with pytest.raises(NotAllowed):
            links.answer(opened, at=now)
        with pytest.raises(NotNow, match="werkt al niet meer"):
            made.link.revoke(by=cast.noor.acting(now), at=now)

    def test_twice(self, made, now):
        opened = links.found(made, at=now)
        links.answer(opened, at=now)
        with pytest.raises(NotAllowed):
            links.answer(opened, AnswerKind.DONE, at=now)
        assert RequestAnswer.objects.count() == 1

    def test_what_was_answered_meanwhile_is_said(self, cast: Cast, asked, made, now):
        opened = links.found(made, at=now)
        requests.answer(asked, by=cast.noor, at=now)
        with pytest.raises(NotNow, match="intussen al geantwoord"):
            links.answer(opened, AnswerKind.DECLINED, at=now, words="Vol.")
        assert steps(made) == []

    def test_another_request_than_its_own(self, cast: Cast, involved, made, now):
        other = requests.ask(involved, by=cast.noor, at=now, words="Belt u?")
        opened = links.found(made, at=now)
        with pytest.raises(NotAllowed):
            other.answer(
                account=links.AnswerAccount(TODAY, AnswerKind.DONE, channel=AnsweredBy.LINK),
                after=None,
                by=opened.link.holder,
                at=now,
            )

    def test_that_we_need_it_no_more_and_by_another_way(self, made, now):
        opened = links.found(made, at=now)
        with pytest.raises(NotAllowed):
            links.answer(opened, AnswerKind.CALLED_OFF, at=now)
        for channel in set(AnsweredBy) - {AnsweredBy.LINK}:
            with pytest.raises(NotValid):
                links.answer(opened, at=now, channel=channel)

    def test_an_officer_does_not_say_that_it_came_by_a_link(self, cast: Cast, asked, now):
        with pytest.raises(NotValid):
            requests.answer(asked, by=cast.noor, at=now, channel=AnsweredBy.LINK)

    @pytest.mark.parametrize("who", ["sem", "fatima", "bas"])
    def test_for_who_does_not_guide_him(self, cast: Cast, asked, made, now, who: str):
        by = getattr(cast, who)
        with pytest.raises(NotAllowed):
            links.link(asked, by=by, at=now)
        with pytest.raises(NotAllowed):
            made.link.revoke(by=by.acting(now), at=now)

    @pytest.mark.parametrize("email", ["", "els", "els@bank", "els@bank.nl, jan@bank.nl", "e@" + "b" * 260])
    def test_what_is_no_address(self, cast: Cast, asked, now, email: str):
        with pytest.raises(NotValid) as refused:
            make_link(request=asked, email=email, by=cast.noor.acting(now), at=now)
        assert refused.value.field == "email"

    def test_while_another_works(self, cast: Cast, asked, made, now):
        with pytest.raises(NotNow, match="werkt al een link"):
            links.link(asked, by=cast.noor, at=now)
        made.link.revoke(by=cast.noor.acting(now), at=now)
        assert links.link(asked, by=cast.noor, at=now).token != made.token

    def test_by_the_database(self, cast: Cast, asked, made, now):
        stamp = LinkEvent.stamp(by=cast.noor.acting(now), at=now)
        with pytest.raises(IntegrityError), transaction.atomic():
            LinkEvent.objects.create(link=made.link, step="perhaps", **stamp)
        for missing in ("token_hash", "code_hash", "email"):
            told = {"token_hash": "a", "code_hash": "b", "email": "c"} | {missing: ""}
            kept = {"trajectory": asked.trajectory, "asked": asked.ref, "expires_at": now}
            with pytest.raises(IntegrityError), transaction.atomic():
                OneTaskLink.objects.create(**kept, **told, **stamp)
        LinkEvent.objects.create(link=made.link, step=LinkStep.REVOKED, **stamp)
        with pytest.raises(IntegrityError), transaction.atomic():
            LinkEvent.objects.create(link=made.link, step=LinkStep.ANSWERED, **stamp)


class TestItAsksNoMore:
    """Whatever ended: the link opens nothing, and no new one is made."""

    def no_more(self, cast: Cast, asked, made, at) -> None:
        assert linked_request(made.token, at=at) is None
        made.link.revoke(by=cast.noor.acting(at), at=at)
        with pytest.raises(NotNow, match="vraagt niets meer"):
            links.link(asked, by=cast.noor, at=at)

    def test_once_it_was_answered_for_good(self, cast: Cast, asked, made, now):
        requests.answer(asked, AnswerKind.DONE, by=cast.noor, at=now)
        self.no_more(cast, asked, made, now)

    def test_once_it_was_withdrawn(self, cast: Cast, asked, made, now):
        asked.withdraw(by=cast.noor.acting(now), at=now)
        self.no_more(cast, asked, made, now)

    def test_once_he_is_not_involved(self, cast: Cast, involved, asked, made, now):
        involved.end(ended_on=TODAY, why="Klaar.", by=cast.noor.acting(now), at=now)
        self.no_more(cast, asked, made, now)

    def test_once_the_map_says_that_he_left(self, cast: Cast, trajectory, now):
        els = professional(cast, at=now)
        involved = people.involve(trajectory, by=cast.noor, at=now, professional=els)
        asked = requests.ask(involved, by=cast.noor, at=now)
        made = links.link(asked, by=cast.noor, at=now)
        assert linked_request(made.token, at=now)
        type(els).objects.filter(pk=els.pk).update(moved_at=now + DAY)
        self.no_more(cast, asked, made, now + 2 * DAY)
        type(els).objects.filter(pk=els.pk).update(moved_at=None, ended_on=TODAY)
        assert linked_request(made.token, at=now) is None

    def test_once_he_is_guided_no_more(self, cast: Cast, trajectory, asked, made, now):
        endings.agree(endings.close(trajectory, by=cast.noor, at=now), by=cast.fatima, at=now)
        assert linked_request(made.token, at=now) is None

    def test_also_to_who_has_it_open(self, cast: Cast, involved, made, now):
        opened = links.found(made, at=now)
        involved.end(ended_on=TODAY, why="Klaar.", by=cast.noor.acting(now), at=now)
        with pytest.raises(NotAllowed):
            links.answer(opened, at=now)

    def test_asked_better_it_shows_what_is_asked_now(self, cast: Cast, asked, made, now):
        account = asked.account.__class__(TODAY, "Belt u hem?", asked.wanted_on)
        asked.correct(account=account, by=cast.noor.acting(now), at=now)
        assert links.found(made, at=now).story.request.words == "Belt u hem?"


class TestItLeavesARecord:
    def test_reading_is_a_disclosure_once_a_link(self, asked, involved, made, now):
        links.enter(made, at=now, with_step=True)
        links.enter(made, at=now)
        told = Disclosure.objects.get(channel="link")
        assert told.what == f"Gelezen met een link: {asked.words} Met de stap waar dit bij hoort."
        assert (told.ground, told.purpose) == (involved.ground, involved.purpose)
        assert (told.organisation, told.recorded_by_kind) == (involved.organisation, "link_holder")

    def test_only_who_holds_a_link_reads_so(self, cast: Cast, involved, now):
        with pytest.raises(NotAllowed):
            Disclosure.show(involvement=involved, what="Iets.", by=cast.noor.acting(now), at=now)

    def test_in_the_journal(self, cast: Cast, asked, made, now):
        links.enter(made, at=now)
        links.answer(links.found(made, at=now), at=now)
        second = links.link(asked, by=cast.noor, at=now)
        guess(second, now, MOST_WRONG)
        third = links.link(asked, by=cast.noor, at=now)
        third.link.revoke(by=cast.noor.acting(now), at=now)
        verbs = JournalEntry.objects.filter(verb__startswith="link.").order_by("pk")
        assert list(verbs.values_list("verb", flat=True)) == [
            "link.made", "link.opened", "link.answered", "link.made", "link.closed", "link.made", "link.revoked",
        ]  # fmt: skip

    def test_how_they_stand(self, cast: Cast, asked, made, now):
        links.enter(made, at=now)
        (story,) = links_of(asked)
        assert (story.steps, story.works(now)) == ([LinkStep.OPENED], True)
        assert not story.works(now + LINK_LASTS)
        made.link.revoke(by=cast.noor.acting(now), at=now)
        assert not links_of(asked)[0].works(now)

    def test_it_stays_as_it_was(self, made, now):
        links.enter(made, at=now)
        for kept in (made.link, LinkEvent.objects.get()):
            with pytest.raises(TypeError):
                kept.save()
            with pytest.raises(TypeError):
                kept.delete()
