"""When the privacy officer is asked to judge, and what he can answer: it may, on a ground, or it may not."""

from dataclasses import dataclass
from typing import Any

from regie.approach.enums import GroundKind
from regie.approach.rules import Approach, GroundRule
from regie.base.errors import NotValid
from regie.trajectories.rules.involvement import InvolvementAccount, grounds_to_involve

LONGEST_JUDGEMENT = 600  # characters
# What he judges by: told otherwise it is another question.
ASKED = ("organisation", "professional", "role", "domains", "ground", "purpose", "scope")


@dataclass(frozen=True)
class GroundAccount:
    """What the privacy officer answers: whether it may, on which ground (a code), and in words."""

    may: bool
    ground: str = ""
    words: str = ""


def is_pending(ground: str, approach: Approach) -> bool:
    """Whether the privacy officer still judges, on this ground (a code)."""
    return any(one.code == ground and one.kind is GroundKind.PENDING for one in approach.grounds)


def same_question(one: InvolvementAccount, other: InvolvementAccount) -> bool:
    """Whether what he judged of one is still what is asked of the other."""
    return all(getattr(one, name) == getattr(other, name) for name in ASKED)


def grounds_to_answer(approach: Approach) -> tuple[GroundRule, ...]:
    """On which grounds he can say that it may: not on one that says that he still judges."""
    return tuple(one for one in grounds_to_involve(approach) if one.kind is not GroundKind.PENDING)


def check_ground_answer(account: GroundAccount, approach: Approach) -> None:
    """Raises NotValid beside what is missing or cannot be."""
    if len(account.words) > LONGEST_JUDGEMENT:
        raise NotValid(f"Dit is te lang. Houd het onder {LONGEST_JUDGEMENT} tekens.", field="words")
    if account.may and account.ground not in {one.code for one in grounds_to_answer(approach)}:
        raise NotValid("Mag het? Kies dan de grond.", field="ground")
    if not account.may and account.ground:
        raise NotValid("Mag het niet? Kies dan geen grond.", field="ground")
    if not account.may and not account.words.strip():
        raise NotValid("Waarom mag het niet? Schrijf dat op.", field="words")


def check_nameless(account: InvolvementAccount, names: Any) -> None:
    """Raises NotValid beside a question in which one of these names of the young person stands."""
    for field in ("role", "purpose"):
        said = {word.strip(".,;:!?()'\"").casefold() for word in getattr(account, field).split()}
        for name in names:
            if said & {word.casefold() for word in name.split() if len(word) > 2}:
                raise NotValid(
                    "Zet hier niet zijn naam. De functionaris gegevensbescherming leest dit zonder naam.",
                    field=field,
                )
