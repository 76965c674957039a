"""Two colleagues are at the same verb at the same moment, each in a process of his own, on one database."""

import uuid
from collections.abc import Iterator
from functools import partial

import pytest
from stdnum.nl import bsn as elfproef

from tests.prove import acts, looking
from tests.prove.office import Office, Outcome, in_rounds

pytestmark = pytest.mark.prove

ROUNDS = 20
BETTER = ({"told": "Een paspoort."}, {"given_names": "Mylan"})


@pytest.fixture(autouse=True)
def afterwards_all_is_sound(office: Office) -> Iterator[None]:
    yield
    assert office.alone(partial(looking.complaints)) == []


def one_winner(outcomes: list[Outcome]) -> tuple[Outcome, Outcome]:
    """Who made something and who was refused; fails when it is not one of each."""
    winners = [outcome for outcome in outcomes if not outcome.refused]
    losers = [outcome for outcome in outcomes if outcome.refused]
    assert len(winners) == len(losers) == 1, outcomes
    return winners[0], losers[0]


def forms() -> Iterator[str]:
    """The key of a form, for each round."""
    return (str(uuid.uuid4()) for _ in range(ROUNDS))


def referrals(office: Office) -> Iterator[int]:
    return (office.alone(partial(acts.register, by="noor", name="Milan")) for _ in range(ROUNDS))


def moments(office: Office) -> Iterator[int]:
    trajectory = office.alone(partial(acts.guide, by="noor", name="Milan"))
    return (office.alone(partial(acts.log, by="noor", trajectory=trajectory)) for _ in range(ROUNDS))


class TestOneReferral:
    def test_two_officers_accept(self, office: Office):
        rounds = (
            (
                partial(acts.accept, by="noor", referral=referral),
                partial(acts.accept, by="sem", referral=referral),
            )
            for referral in referrals(office)
        )
        for outcomes in in_rounds(office, rounds):
            _, loser = one_winner(outcomes)
            name = ("Sem", "Noor")[outcomes.index(loser)]
            assert (loser.refused, loser.sentence) == (
                "NotNow",
                f"{name} heeft deze aanmelding al aangenomen.",
            )

    def test_one_accepts_while_another_sends_him_to_aftercare(self, office: Office):
        rounds = (
            (
                partial(acts.accept, by="noor", referral=referral),
                partial(acts.redirect, by="sem", referral=referral),
            )
            for referral in referrals(office)
        )
        for outcomes in in_rounds(office, rounds):
            _, loser = one_winner(outcomes)
            said = (
                "Sem heeft deze aanmelding al naar de reguliere nazorg gestuurd.",
                "Noor heeft deze aanmelding al aangenomen.",
            )
            assert loser.sentence == said[outcomes.index(loser)]

    def test_two_weigh_for_the_first_time(self, office: Office):
        rounds = (
            (
                partial(acts.weigh, by="noor", referral=referral),
                partial(acts.weigh, by="sem", referral=referral),
            )
            for referral in referrals(office)
        )
        for outcomes in in_rounds(office, rounds):
            _, loser = one_winner(outcomes)
            assert loser.refused == "NotNow"

    def test_two_tell_differently_what_we_heard(self, office: Office):
        rounds = (
            (
                partial(acts.correct_referral, by="noor", referral=referral, told="Wel een ID."),
                partial(acts.correct_referral, by="sem", referral=referral, told="Een paspoort."),
            )
            for referral in referrals(office)
        )
        for outcomes in in_rounds(office, rounds):
            assert one_winner(outcomes)[1].refused == "NotNow"

    def test_two_tell_differently_who_it_is(self, office: Office):
        for referral in referrals(office):
            outcomes = office.at_once(
                partial(acts.correct_referral, by="noor", referral=referral, given_names="Mylan"),
                partial(acts.correct_referral, by="sem", referral=referral, family_name="Mulder"),
            )
            stands = office.alone(partial(looking.told, referral=referral))
            made = [not outcome.refused for outcome in outcomes]
            kept = [stands[0] == "Mylan", stands[1] == "Mulder"]
            assert made == kept, f"A correction that was accepted is gone without a word: {stands}."

    @pytest.mark.parametrize("better", BETTER, ids=["what", "who"])
    def test_it_is_told_better_while_contact_is_logged(self, office: Office, better: dict[str, str]):
        for referral in referrals(office):
            trajectory = office.alone(partial(acts.accept, by="noor", referral=referral))
            outcomes = office.at_once(
                partial(acts.correct_referral, by="noor", referral=referral, **better),
                partial(acts.log, by="noor", trajectory=trajectory),
            )
            assert [outcome.sentence for outcome in outcomes] == ["", ""]

    def test_it_is_accepted_while_a_second_one_comes_in(self, office: Office):
        for referral in referrals(office):
            outcomes = office.at_once(
                partial(acts.accept, by="noor", referral=referral),
                partial(acts.refer_again, by="sem", referral=referral),
            )
            assert [outcome.sentence for outcome in outcomes] == ["", ""]


class TestOneFormSentTwice:
    def test_a_referral_with_a_bsn(self, office: Office):
        bsns = filter(elfproef.is_valid, map(str, range(999990020, 1000000000)))
        rounds = (
            (partial(acts.register, by="noor", name=f"Adam {nth}", bsn=next(bsns), submission=form),) * 2
            for nth, form in enumerate(forms())
        )
        for nth, outcomes in enumerate(in_rounds(office, rounds)):
            assert outcomes[0].made == outcomes[1].made
            assert office.alone(partial(looking.count_people, name=f"Adam {nth}")) == 1

    def test_a_referral_without_a_bsn(self, office: Office):
        rounds = (
            (partial(acts.register, by="noor", name=f"Yusuf {nth}", submission=form),) * 2
            for nth, form in enumerate(forms())
        )
        for nth, outcomes in enumerate(in_rounds(office, rounds)):
            assert outcomes[0].made == outcomes[1].made
            assert office.alone(partial(looking.count_people, name=f"Yusuf {nth}")) == 1

    def test_a_better_telling_of_contact(self, office: Office):
        rounds = (
            (partial(acts.correct_contact, by="noor", moment=moment, words="Beter.", submission=form),) * 2
            for moment, form in zip(moments(office), forms(), strict=True)
        )
        for outcomes in in_rounds(office, rounds):
            assert outcomes[0].made == outcomes[1].made
            assert len(office.alone(partial(looking.versions, moment=outcomes[0].made))) == 2

    @pytest.mark.parametrize("better", BETTER, ids=["what", "who"])
    def test_a_better_telling_of_a_referral(self, office: Office, better: dict[str, str]):
        for referral, form in zip(referrals(office), forms(), strict=True):
            twice = partial(acts.correct_referral, by="noor", referral=referral, submission=form, **better)
            first, second = office.at_once(twice, twice)
            assert first.made == second.made
            assert office.alone(partial(looking.corrections, referral=referral)) == 1


class TestAChain:
    def test_two_write_the_first_entry(self, office: Office):
        rounds = ((partial(acts.write_entry, chain=f"proef-{nth}"),) * 2 for nth in range(ROUNDS))
        for outcomes in in_rounds(office, rounds):
            assert sorted(outcome.made for outcome in outcomes) == [1, 2]


def message_texts(office: Office) -> Iterator[int]:
    return (
        office.alone(partial(acts.bring_in, by="noor", text=f"Voornaam: Kai\nNummer {form}"))
        for form in forms()
    )


class TestOneMessage:
    def test_two_bring_the_same_text_in(self, office: Office):
        rounds = (
            (partial(acts.bring_in, by="noor", text=form), partial(acts.bring_in, by="sem", text=form))
            for form in forms()
        )
        for outcomes in in_rounds(office, rounds):
            _, loser = one_winner(outcomes)
            assert loser.sentence == "Dit bericht is al eerder binnengekomen. Er is niets dubbel gemaakt."

    def test_two_confirm_it(self, office: Office):
        rounds = (
            (partial(acts.confirm, by="noor", message=one), partial(acts.confirm, by="sem", message=one))
            for one in message_texts(office)
        )
        for outcomes in in_rounds(office, rounds):
            _, loser = one_winner(outcomes)
            name = ("Sem", "Noor")[outcomes.index(loser)]
            assert loser.sentence == f"{name} heeft dit bericht al verwerkt."

    def test_one_confirms_while_another_hands_it_over(self, office: Office):
        rounds = (
            (partial(acts.confirm, by="noor", message=one), partial(acts.hand_over, by="sem", message=one))
            for one in message_texts(office)
        )
        for confirmed, handed_over in in_rounds(office, rounds):
            assert confirmed.made
            assert handed_over.refused in {"", "NotNow"}

    def test_one_confirms_while_another_accepts_him(self, office: Office):
        rounds = (
            (
                partial(acts.confirm, by="noor", message=message, known=referral),
                partial(acts.accept, by="noor", referral=referral),
            )
            for message, referral in zip(message_texts(office), referrals(office), strict=True)
        )
        for confirmed, accepted in in_rounds(office, rounds):
            assert confirmed.made
            assert accepted.made
