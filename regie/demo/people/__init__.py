"""The young people of the demo; all invented, with numbers that only pass the check of a BSN."""

from regie.demo.people.cast import CAST
from regie.demo.people.heerlen import HEERLEN
from regie.demo.people.inside import INSIDE
from regie.demo.people.messages import MESSAGES
from regie.demo.people.outside import OUTSIDE
from regie.demo.people.referred import REFERRED

PEOPLE = (*CAST, *INSIDE, *OUTSIDE, *REFERRED, *HEERLEN)

__all__ = ["MESSAGES", "PEOPLE"]
