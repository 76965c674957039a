"""When guidance may be closed and re-opened, and what is asked then."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from regie.approach.rules import ClosureReason, Entry
from regie.base.errors import NotNow, NotValid
from regie.trajectories.enums import Knew, Result
from regie.trajectories.rules.referral import check_length, check_said

NO_REASONS = "In de aanpak staan nog geen redenen om af te ronden. Vraag de functioneel beheerder."
NO_SECOND = (
    "Eerder afronden kan alleen met een tweede persoon, en die is er nog niet in deze gemeente. "
    "Vraag de functioneel beheerder om een coördinator."
)
EXPLAIN = "Schrijf op waarom."
# Our own choice, te verifiëren: so long what the second person asked first may be what its officer is busy with.
NOT_YET_STANDS = timedelta(days=28)


@dataclass(frozen=True)
class CameOfIt:
    """What came of one life domain, and that in his words."""

    result: Result
    words: str = ""


@dataclass(frozen=True)
class Closing:
    """What is told when guidance ends: why and from which day, what came of it, and who takes over what.

    `reason` and the life domains of `results` are codes of the approach; `takes_over` has a line for each thing.
    """

    reason: str
    happened_on: date
    words: str = ""
    results: Mapping[str, CameOfIt] = field(default_factory=dict)
    stays: str = ""
    takes_over: str = ""
    door: str = ""


def reason_of(reasons: Sequence[ClosureReason], code: str) -> ClosureReason:
    """The reason that this approach lays down; raises NotNow without any, or NotValid for none of them."""
    if not reasons:
        raise NotNow(NO_REASONS)
    for reason in reasons:
        if reason.code == code:
            return reason
    raise NotValid("Kies een van de redenen.", field="reason")


def is_early(closes_on: date, least: date | None) -> bool:
    """Whether it would last shorter than the approach lays down; where nobody laid that down, it always is."""
    return least is None or closes_on < least


def check_closing(
    closing: Closing,
    reason: ClosureReason,
    *,
    started_on: date,
    least: date | None,
    domains: Sequence[Entry],
    inside: bool,
    on: date,
) -> None:
    """Raises NotValid beside what cannot be, or what is missing; of who died nothing is asked."""
    _check_day(closing.happened_on, started_on=started_on, on=on)
    for name in ("words", "stays", "takes_over"):
        check_length(getattr(closing, name), field=name)
    if reason.death:
        return
    early = is_early(closing.happened_on, least)
    if early and not reason.early:
        until = f" Dat is {least:%d-%m-%Y}." if least else ""
        raise NotValid(f"Deze reden past pas als de tijd om is.{until}", field="happened_on")
    if reason.words or early or inside:
        check_said(closing.words, field="words", what=EXPLAIN)
    _check_results(closing.results, domains)
    _check_handed_over(closing)


def _check_day(closes_on: date, *, started_on: date, on: date) -> None:
    if closes_on > on:
        raise NotValid("Deze dag is nog niet geweest.", field="happened_on")
    if closes_on < started_on:
        raise NotValid(f"De begeleiding begon pas op {started_on:%d-%m-%Y}.", field="happened_on")


def _check_results(results: Mapping[str, CameOfIt], domains: Sequence[Entry]) -> None:
    for domain in domains:
        if domain.code not in results:
            raise NotValid("Kies een antwoord.", field=f"result_{domain.code}")
        check_length(results[domain.code].words, field=f"words_{domain.code}")
    if set(results) - {domain.code for domain in domains}:
        raise NotValid("Een leefgebied bestaat niet meer. Open deze pagina opnieuw.")


def _check_handed_over(closing: Closing) -> None:
    """Raises NotValid for a line that does not say who; or without a word on the open door."""
    for line in closing.takes_over.splitlines():
        what, _, who = line.partition(":")
        if line.strip() and not (what.strip() and who.strip()):
            raise NotValid(
                "Schrijf op elke regel: wat, een dubbele punt, en wie. Bijvoorbeeld: Schulden: de kredietbank.",
                field="takes_over",
            )
    if closing.door not in Knew:
        raise NotValid("Kies een antwoord.", field="door")


def check_reopening(since: date, words: str, *, closed_on: date, on: date) -> None:
    """Raises NotValid beside a day that cannot be, or without a reason."""
    if since > on:
        raise NotValid("Deze dag is nog niet geweest.", field="since")
    if since < closed_on:
        raise NotValid(
            f"De begeleiding liep nog tot {closed_on:%d-%m-%Y}. Kies die dag of later.", field="since"
        )
    check_said(words, field="words", what="Schrijf op waarom de begeleiding weer begint.")
