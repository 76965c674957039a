"""Indicators, how they could be and are defined, and their figures."""

from regie.indicators.models.candidate import Candidate
from regie.indicators.models.definition import Definition
from regie.indicators.models.halt import IndicatorHalt
from regie.indicators.models.indicator import Indicator, IndicatorQuerySet
from regie.indicators.models.observation import Observation, ObservationQuerySet

__all__ = [
    "Candidate",
    "Definition",
    "Indicator",
    "IndicatorHalt",
    "IndicatorQuerySet",
    "Observation",
    "ObservationQuerySet",
]
