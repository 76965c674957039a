"""What his plan tells a page."""

from regie.plans.queries.in_hand import InHand, authorisations_of, in_hand_of, in_hand_of_many
from regie.plans.queries.wishes import wishes_of

__all__ = ["InHand", "authorisations_of", "in_hand_of", "in_hand_of_many", "wishes_of"]
