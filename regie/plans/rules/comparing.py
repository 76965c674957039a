"""What changed between two lists of promises."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from regie.plans.rules.agreement import Promised

ALIKE = 0.4  # the share of words in common from which a promise is the same one, said otherwise


@dataclass(frozen=True)
class PromiseChange:
    """One promise then and now: None where it was not there."""

    before: Promised | None
    after: Promised | None

    @property
    def same(self) -> bool:
        """Whether nothing changed."""
        return self.before == self.after


def compare_promises(before: Sequence[Promised], after: Sequence[Promised]) -> list[PromiseChange]:
    """Each promise of both, in the order of the later ones; what is gone comes last."""
    lost = list((Counter(before) - Counter(after)).elements())
    fresh = Counter(after) - Counter(before)
    changes = []
    for one in after:
        if not fresh[one]:
            changes.append(PromiseChange(one, one))
            continue
        fresh[one] -= 1
        was = _most_alike(one, lost)
        if was is not None:
            lost.remove(was)
        changes.append(PromiseChange(was, one))
    return changes + [PromiseChange(one, None) for one in lost]


def _most_alike(one: Promised, lost: Sequence[Promised]) -> Promised | None:
    """Of what the same person promised, what shares most words with this; None when none does enough."""
    rated = [(_alike(one, other), other) for other in lost if other[:2] == one[:2]]
    share, other = max(rated, key=lambda rating: rating[0], default=(0.0, None))
    return other if share >= ALIKE else None


def _alike(one: Promised, other: Promised) -> float:
    ours, theirs = set(_words(one)), set(_words(other))
    return len(ours & theirs) / max(len(ours | theirs), 1)


def _words(promise: Promised) -> Iterator[str]:
    return (word.strip(".,;:!?()“”\"'").casefold() for word in promise.words.split())
