"""How a request stands by what was answered, which answer may follow, and by when it is then done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from regie.base.errors import NotNow, NotValid
from regie.detention.rules import check_told_day
from regie.requests.enums import AnsweredBy, AnswerKind, RequestState
from regie.requests.rules.request import AHEAD

LONGEST_NOTE = 300  # characters
OWN_WAYS = (AnsweredBy.DESK, AnsweredBy.LINK)  # of a partner himself
NO_MORE = (
    "Deze partner is niet meer betrokken. Kies ‘Gedaan’, ‘Doet het niet’ of ‘Niet meer nodig’, "
    "of vraag het een ander."
)
OTHER_DAY_TYPED = "U vulde een andere dag in. Kies dan de knop voor een andere dag, of maak dit leeg."
ANSWERED_MEANWHILE = "Er is intussen al geantwoord: {}. Kijk eerst wat er nu staat."
EVERY = frozenset(AnswerKind)
FOLLOWS: Mapping[RequestState, frozenset[AnswerKind]] = {
    RequestState.SENT: EVERY,
    RequestState.OTHER_DAY: EVERY,
    RequestState.ACCEPTED: EVERY - {AnswerKind.ACCEPTED},
    RequestState.DECLINED: frozenset(),
    RequestState.DONE: frozenset(),
    RequestState.CALLED_OFF: frozenset(),
}
OPEN = frozenset(state for state, kinds in FOLLOWS.items() if kinds)
# After these it asks nothing any more.
CLOSING = tuple(kind for kind in AnswerKind if RequestState(kind.value) not in OPEN)


@dataclass(frozen=True)
class AnswerAccount:
    """What was answered on a day: in which words, how that came, and on which other day he does it."""

    happened_on: date
    kind: AnswerKind
    words: str = ""
    proposed_on: date | None = None
    channel: AnsweredBy = AnsweredBy.PHONE


def state_of(answers: Sequence[AnswerAccount]) -> RequestState:
    """How a request stands, by its answers in the order in which they came."""
    return RequestState(answers[-1].kind.value) if answers else RequestState.SENT


def due_on(wanted_on: date, answers: Sequence[AnswerAccount]) -> date:
    """By when it is done: the day that was asked, or the other day that was answered last."""
    return next((one.proposed_on for one in reversed(answers) if one.proposed_on), wanted_on)


def check_answer(account: AnswerAccount, *, asked_on: date, on: date) -> None:
    """Raises NotValid beside what is missing or cannot be."""
    check_told_day(account.happened_on, field="happened_on", birth_date=None, on=on)
    if account.happened_on < asked_on:
        raise NotValid("Toen was dit nog niet gevraagd.", field="happened_on")
    if account.kind is AnswerKind.DECLINED and not account.words.strip():
        raise NotValid("Waarom niet? Schrijf dat op.", field="words")
    if len(account.words) > LONGEST_NOTE:
        raise NotValid(f"Dit is te lang. Houd het onder {LONGEST_NOTE} tekens.", field="words")
    _check_other_day(account, on=on)


def check_came(account: AnswerAccount, *, own: AnsweredBy | None, on: date) -> None:
    """Raises NotValid when it is not said as it came: what a partner answers himself comes now, by his `own` way."""
    if account.channel is not own and (own or account.channel in OWN_WAYS):
        raise NotValid("Zo kwam dit antwoord niet.", field="channel")
    if own and account.happened_on != on:
        raise NotValid("U antwoordt vandaag.", field="happened_on")


def _check_other_day(account: AnswerAccount, *, on: date) -> None:
    other = account.kind is AnswerKind.OTHER_DAY
    if not other and account.proposed_on:
        raise NotValid(OTHER_DAY_TYPED, field="proposed_on")
    if other and account.proposed_on is None:
        raise NotValid("Op welke dag dan? Vul een dag in.", field="proposed_on")
    if account.proposed_on and account.proposed_on < account.happened_on:
        raise NotValid("Deze dag is al geweest.", field="proposed_on")
    if account.proposed_on and account.proposed_on > on + AHEAD:
        raise NotValid("Dat is te ver weg. Kijk de dag na.", field="proposed_on")


def may_follow(state: RequestState, *, over: bool) -> frozenset[AnswerKind]:
    """What can be answered on how it stands; of whose involvement is `over` only what asks nothing more."""
    return FOLLOWS[state] & frozenset(CLOSING) if over else FOLLOWS[state]


def check_follows(kind: AnswerKind, state: RequestState, *, meanwhile: bool, over: bool) -> None:
    """Raises NotNow of what cannot follow on how it stands, or of an answer to what was answered `meanwhile`."""
    if meanwhile or kind not in FOLLOWS[state]:
        said = state.label
        raise NotNow(ANSWERED_MEANWHILE.format(said[0].lower() + said[1:]))
    if kind not in may_follow(state, over=over):
        raise NotNow(NO_MORE)
