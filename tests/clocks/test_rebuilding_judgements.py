"""What was judged day by day is what can be rebuilt afterwards from what was known: nothing hangs on when it ran."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random

import pytest
from django.db.models import QuerySet
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from regie.approach.actions import load
from regie.base.clock import day
from regie.base.errors import DomainError
from regie.clocks.actions import judge_terms
from regie.clocks.enums import HandlingKind, Verdict
from regie.clocks.models import Handling, JudgedDay, Judgement
from regie.clocks.models.handling import HandlingAccount
from regie.clocks.queries import handled_of, reckonings
from regie.contacts.models import ContactMoment
from regie.persons.rules import Identity
from regie.trajectories.enums import CircumstanceValue as Value
from regie.trajectories.models import Trajectory
from tests.cast import TESTER, Cast
