"""Looking at every account, and what was said of them before."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from regie.accounts.models import AccountReview, Municipality, ReviewedAccount, User
from regie.accounts.rules import review_due_on
from regie.partners.models import Seat
from regie.ui.parts import Cell, Crumb, FormPage
from regie.ui.words import moment, written

EVERY = "De accounts moeten elke drie maanden gecontroleerd worden (BIO, te verifiëren)."

SOMEBODY_NOW, NOBODY_NOW = "Nu betrokken bij een jongere.", "Nu bij geen jongere betrokken."
NOT_HERE = "Komt niet meer binnen: werkt ergens anders, zegt de sociale kaart."
CAN_END = "Voorstel: niet meer nodig."


@dataclass(frozen=True)
class ReviewStanding:
    """How a municipality stands: when its accounts were looked at, and whether it is time again."""

    title: str
    text: str
    tone: str
    url: str


@dataclass(frozen=True)
class ReviewPage(FormPage):
    """The question for every account, and the reviews of before."""

    own: bool = False
    columns: tuple[str, ...] = ()
    past: tuple[tuple[Cell, ...], ...] = ()


@dataclass(frozen=True)
class PartnerAccount:
    """The account of a partner, as who looks at it needs it: since when, and why it is proposed to end it."""

    user: User
    named: str
    since: str
    stands: str


@dataclass(frozen=True)
class PastReviewPage:
    """What was said of every account on a day."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def standing(place: Municipality, last: date | None, *, on: date) -> ReviewStanding:
    """In words, and loudly when it is late."""
    due = review_due_on(last)
    url = reverse("office:review_accounts", args=[place.cbs_code])
    if due is None:
        return ReviewStanding(f"De accounts van {place} zijn nog nooit gecontroleerd", EVERY, "warning", url)
    if due < on:
        title = f"De controle van de accounts van {place} is te laat"
        return ReviewStanding(title, f"Het moest uiterlijk op {written(due)}. {EVERY}", "warning", url)
    title = f"De accounts van {place} zijn gecontroleerd op {written(last)}"
    return ReviewStanding(title, f"De volgende controle is uiterlijk op {written(due)}.", "info", url)


def review_page(place: Municipality, past: Iterable[AccountReview], *, own: bool) -> ReviewPage:
    """The page on which a manager looks at every account."""
    title = f"Accounts controleren, {place}"
    return ReviewPage(
        title,
        "Zeg bij elk account of het nog nodig is. Kijk naar de rol en naar de laatste keer dat iemand inlogde. "
        "Partners staan onderaan.",
        _crumbs("Accounts controleren"),
        reverse("office:users"),
        "Controle vastleggen",
        own=own,
        columns=("Eerdere controles", "Door"),
        past=tuple(
            (
                Cell(written(review.reviewed_on), reverse("office:past_review", args=[review.ref])),
                Cell(review.recorded_by_label),
            )
            for review in past
        ),
    )


def partner_account(
    user: User, seats: Sequence[Seat], involved: Collection[int], *, on: date
) -> PartnerAccount:
    """By his seats here, and by which professionals somebody is involved now; no query."""
    places = dict.fromkeys(str(one.professional.organisation or "") for one in seats)
    return PartnerAccount(
        user,
        named=", ".join(filter(None, (user.name, *places))),
        since=f"Partner sinds {written(min(one.since for one in seats))}.",
        stands=how_involved(seats, involved, on=on),
    )


def how_involved(seats: Sequence[Seat], involved: Collection[int], *, on: date) -> str:
    """Whether an officer involves him now; of whom nobody does, that his account can end."""
    open_ones = [one for one in seats if one.opens(on)]
    if not open_ones:
        return f"{NOT_HERE} {CAN_END}"
    if not {one.professional_id for one in open_ones} & set(involved):
        return f"{NOBODY_NOW} {CAN_END}"
    return SOMEBODY_NOW


def past_review_page(review: AccountReview, lines: Iterable[ReviewedAccount]) -> PastReviewPage:
    """A review as it was written down."""
    return PastReviewPage(
        title=f"Controle van {written(review.reviewed_on)}, {review.municipality}",
        lead=f"Gedaan door {review.recorded_by_label}. Zo stonden de accounts er toen voor.",
        crumbs=_crumbs(f"Controle van {written(review.reviewed_on)}"),
        columns=("Naam", "Rollen toen", "Laatst ingelogd", "Antwoord"),
        rows=tuple(
            (
                Cell(line.user.name),
                Cell(line.roles),
                Cell(moment(line.last_login) if line.last_login else "Nog nooit"),
                Cell(line.get_outcome_display()),
            )
            for line in lines
        ),
    )


def _crumbs(last: str) -> tuple[Crumb, ...]:
    return (Crumb("Gebruikers", reverse("office:users")), Crumb(last))
