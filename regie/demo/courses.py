"""Roads that many share: held before a judge spoke, sentenced, out, and back inside."""

from dataclasses import replace
from functools import partial

from regie.demo.roads import (
    Around,
    Arranged,
    Court,
    Inside,
    Learned,
    Lost,
    Out,
    Rang,
    Road,
    Sentenced,
    Tried,
    Wanted,
)
from regie.detention.enums import (
    Certainty,
    HearingKind,
    HearingOutcome,
    ReleaseKind,
    SpecialConditionKind,
    Title,
)
from regie.detention.models.special_condition import SpecialConditionAccount
from regie.detention.models.supervision import SupervisionAccount
from regie.trajectories.enums import (
    Answered,
    ArrangementDecision,
    ArrangementState,
    AttemptKind,
    Called,
    Owner,
)

ANY_DAY = (None, ReleaseKind.UNKNOWN, Certainty.ANY_DAY)
REPORTING = "Meldt zich elke dinsdag bij de reclassering."
MONDAY, WEDNESDAY, FRIDAY = 0, 2, 4
THOUGHT_FOR = 20  # days: until yesterday he thought of that day
BETWEEN_REFERRED_AND_ACCEPTED = 4  # days


def pretrial(since: int, facility: str, *, by: str, told: str = "", contacts: int = 4) -> Road:
    """Held until a judge speaks: he can be free any day, and a hearing lies ahead."""
    hearings = (
        Court(since - 3, HearingKind.ARRAIGNMENT, HearingOutcome.CONTINUED),
        Court(-9, HearingKind.PRO_FORMA),
    )
    stay = Inside(since, facility, releases=(Out(since - 4, *ANY_DAY),), hearings=hearings)
    return _guided(since, (stay,), by=by, told=told, contacts=contacts)


def sentenced(
    since: int, out_in: int, facility: str, *, moved: str, by: str, told: str = "", contacts: int = 10
) -> Road:
    """A judge spoke, he was moved, and the day he comes out shifted three times."""
    return _guided(since, (_served(since, -out_in, facility, moved),), by=by, told=told, contacts=contacts)


def nearly_out(since: int, facility: str, *, moved: str, by: str, told: str = "", contacts: int = 10) -> Road:
    """He comes out on the Friday of next week; until yesterday that was a Monday ten days later. Not all is arranged."""
    road = sentenced(since, 17, facility, moved=moved, by=by, told=told, contacts=contacts)
    (stay,) = road.stays
    known = tuple(one for one in stay.releases if one.days_ago > THOUGHT_FOR)
    end, sure = ReleaseKind.END_OF_SENTENCE, Certainty.FIXED
    told_since = (Out(THOUGHT_FOR, -21, end, Certainty.EXPECTED, MONDAY), Out(1, -7, end, sure, FRIDAY))
    arranged = (
        Arranged(9, "phone", ArrangementState.ARRANGED, Owner.FAMILY, "zijn broer"),
        Arranged(9, "medicines", ArrangementState.NOT_NEEDED),
        Arranged(6, "first_night", ArrangementState.ARRANGED, Owner.FAMILY, "zijn moeder"),
        Arranged(
            6,
            "identity",
            ArrangementState.OPEN,
            Owner.MUNICIPALITY,
            due=WEDNESDAY,
            words="De pas is aangevraagd.",
        ),
        Arranged(1, "picked_up", ArrangementState.UNKNOWN),
    )
    return replace(road, stays=(replace(stay, releases=(*known, *told_since)),), arranged=arranged)


def out(
    since: int, left: int, facility: str, *, moved: str, by: str, told: str = "", contacts: int = 20
) -> Road:
    """He served his sentence and is free since `left`, under supervision for a year."""
    stay = _served(since, left, facility, moved, left=left)
    around = (
        Around(left, partial(SupervisionAccount, "Reclassering Nederland, Maastricht"), left - 365),
        Around(left, partial(SpecialConditionAccount, SpecialConditionKind.REPORTING, REPORTING), left - 365),
    )
    return replace(_guided(since, (stay,), by=by, told=told, contacts=contacts), around=around)


def just_out(since: int, facility: str, *, moved: str, by: str, told: str = "") -> Road:
    """He came out yesterday: his aunt was called, and nobody knows yet where he sleeps tonight."""
    aunt = Rang(
        1, Called.FAMILY, Answered.YES, "Zijn tante haalde hem op. Eén nacht kan, daarna niet.", again=0
    )
    shelter = Rang(0, Called.SHELTER, Answered.NO)
    return replace(out(since, 1, facility, moved=moved, by=by, told=told), rang=(aunt, shelter))


def lost(since: int, left: int, facility: str, *, moved: str, by: str, contacts: int = 16) -> Road:
    """He is out, and nobody knows where he is since nine days; tomorrow his officer looks for him again."""
    his_sister = "Zij hoort soms van hem. Zij vraagt of hij belt."
    tried = (
        Tried(7, AttemptKind.CALLED, words="Er werd niet opgenomen."),
        Tried(2, AttemptKind.FAMILY, "Zijn zus", his_sister, again=-1),
    )
    return replace(
        out(since, left, facility, moved=moved, by=by, contacts=contacts),
        lost=Lost(9, 12, "Bij het station", "Zijn reclasseringswerker"),
        tried=tried,
    )


def held_again(since: int, left: int, facility: str, *, moved: str, by: str) -> Road:
    """He was out, and is held again since five days: one thing stays as it was, and he says what he learned."""
    rent = Arranged(
        3,
        "rent",
        ArrangementState.ARRANGED,
        Owner.FAMILY,
        "zijn moeder",
        words="Zij let op zijn kamer.",
        decision=ArrangementDecision.STAYS,
    )
    learned = Learned(2, "Ik had niemand om te bellen toen het misging. De volgende keer bel ik meteen.")
    road = back(since, left, 5, facility, moved=moved, by=by, contacts=24)
    wanted = Wanted(
        2,
        "Ik wil mijn kamer houden. En iemand om te bellen als het misgaat.",
        talent="Koken voor veel mensen.",
    )
    return replace(road, arranged=(rent,), learned=(learned,), wanted=(wanted,))


def back(
    since: int,
    left: int,
    again: int,
    facility: str,
    *,
    moved: str,
    by: str,
    told: str = "",
    contacts: int = 30,
) -> Road:
    """He was out, and is inside again since `again`: the same trajectory goes on."""
    first = _served(since, left, facility, moved, left=left)
    hearings = (
        Court(again - 3, HearingKind.CHAMBER, HearingOutcome.CONTINUED),
        Court(-15, HearingKind.TRIAL),
    )
    sentences = (Sentenced(again, Title.PRETRIAL),)
    second = Inside(
        again, moved, sentences=sentences, releases=(Out(again - 1, *ANY_DAY),), hearings=hearings
    )
    return _guided(since, (first, second), by=by, told=told, contacts=contacts)


def twice(
    since: int, left: int, again: int, out_again: int, *, by: str, told: str = "", contacts: int = 60
) -> Road:
    """Two detentions in two years, and free again: the fullest road there is."""
    first = _served(since, left, "PI Sittard", "PI Roermond", left=left)
    second = _served(again, out_again, "PI Roermond", "PI Grave", left=out_again)
    return _guided(since, (first, second), by=by, told=told, contacts=contacts)


def _served(since: int, out_on: int, facility: str, moved: str, *, left: int | None = None) -> Inside:
    """A detention from the first day to the sentence and the day he comes out; told as it became known."""
    whole = since - out_on
    after = [since - whole * part // 10 for part in range(10)]  # the day after so many tenths
    expected, certain = (ReleaseKind.END_OF_SENTENCE, Certainty.EXPECTED), Certainty.FIXED
    told = (
        Out(after[0] - 1, *ANY_DAY),
        Out(after[4], out_on - 21, ReleaseKind.END_OF_SENTENCE, Certainty.UNSURE),
        Out(after[6], out_on + 10, *expected),
        Out(after[7], out_on - 4, *expected),
        Out(after[9], out_on, ReleaseKind.END_OF_SENTENCE, certain),
    )
    known = [release for release in told if release.days_ago >= 0]
    hearings = (
        Court(after[0] - 2, HearingKind.ARRAIGNMENT, HearingOutcome.CONTINUED),
        Court(after[3], HearingKind.TRIAL, HearingOutcome.CONVICTED),
    )
    sentences = (Sentenced(since, Title.PRETRIAL), Sentenced(after[3], Title.PRISON, max(1, whole // 30)))
    return Inside(since, facility, left, ((after[4], moved),), sentences, tuple(known), hearings)


def _guided(since: int, stays: tuple[Inside, ...], *, by: str, told: str, contacts: int) -> Road:
    accepted = max(since - BETWEEN_REFERRED_AND_ACCEPTED, 0)
    return Road(
        referred=max(since - 1, 0),
        referred_by=by,
        told=told,
        weighed=accepted,
        accepted=accepted,
        stays=stays,
        contacts=contacts,
    )
