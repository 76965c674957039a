"""His plan: what he wants, what is done for that, and how it stands."""

from regie.plans.models.condition_reading import ConditionReading
from regie.plans.models.domain_reading import DomainReading
from regie.plans.models.reading import Row
from regie.plans.models.wish import Wish

__all__ = ["ConditionReading", "DomainReading", "Row", "Wish"]
