"""The pages on which something is decided about a referral: the way here, the way out, and what to know."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.timezone import localdate

from regie.desk.pages.weighing import Answers, answers_now, reckoned
from regie.trajectories.models import Redirection, Referral, Waiver
from regie.trajectories.queries import Considered
from regie.ui.parts import Crumb, FormPage, Item
from regie.ui.words import written


@dataclass(frozen=True)
class AnswerPage:
    """What the second person has to know: which question, why, and how it was weighed."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    asked: tuple[Item, ...]
    weighing: Answers
    answered: str


@dataclass(frozen=True)
class LettersPage:
    """The letters of a redirection; without a letter to him when he did not know."""

    crumbs: tuple[Crumb, ...]
    referrer: str
    his: str


def weigh_page(referral: Referral, considered: Considered) -> FormPage:
    """For weighing; his age is reckoned, and said above the questions."""
    lead = (
        f"Leeftijd: {reckoned(considered.age)}. Wat u nog niet weet, laat u open. "
        "Moet iets, en is het antwoord geen ja? Dan is een uitzondering nodig."
    )
    return _page(referral, "Wegen", lead, "Opslaan")


def redirect_page(referral: Referral) -> FormPage:
    """For sending him to regular aftercare."""
    lead = "U begeleidt deze jongere niet. U kunt de brieven nog veranderen."
    return _page(referral, "Naar de reguliere nazorg", lead, "Besluit opslaan")


def defer_page(referral: Referral) -> FormPage:
    """For waiting."""
    return _page(referral, "Wachten met besluiten", "De aanmelding blijft op de lijst staan.", "Opslaan")


def ask_page(referral: Referral, question: str) -> FormPage:
    """For asking an exception."""
    return _page(referral, "Uitzondering vragen", f"De vraag is: {question}", "Vragen")


def answer_page(referral: Referral, waiver: Waiver, considered: Considered) -> AnswerPage:
    """For the second person."""
    questions = {criterion.code: criterion.question for criterion in considered.approach.criteria}
    said = "Op dit verzoek is al geantwoord." if waiver.answered else ""
    return AnswerPage(
        title="Uitzondering",
        lead=str(referral.person),
        crumbs=_crumbs(referral, "Uitzondering"),
        asked=(
            Item("De vraag", questions.get(waiver.criterion, "Deze vraag is intussen vervallen.")),
            Item("Gevraagd door", waiver.recorded_by_label, written(localdate(waiver.recorded_at))),
            Item("Waarom", waiver.reason),
        ),
        weighing=answers_now(considered),
        answered=said,
    )


def letters_page(referral: Referral, redirection: Redirection) -> LettersPage:
    """To print or copy."""
    return LettersPage(_crumbs(referral, "Brieven"), redirection.referrer_letter, redirection.his_letter)


def _page(referral: Referral, title: str, lead: str, submit: str) -> FormPage:
    back = reverse("desk:referral", args=[referral.ref])
    return FormPage(title, lead, _crumbs(referral, title), back, submit)


def _crumbs(referral: Referral, title: str) -> tuple[Crumb, ...]:
    back = reverse("desk:referral", args=[referral.ref])
    return (Crumb("Aanmeldingen", reverse("desk:referrals")), Crumb(str(referral.person), back), Crumb(title))
