"""Interventions, and what is written, planned and published of each."""

from regie.programme.models.block import Block
from regie.programme.models.block_order import BlockOrder
from regie.programme.models.caseload_plan import CaseloadPlan
from regie.programme.models.halt import InterventionHalt
from regie.programme.models.intervention import Intervention
from regie.programme.models.milestone import Milestone
from regie.programme.models.published_page import PublishedPage, TakenBack
from regie.programme.models.voice import Voice, VoiceApproval

__all__ = [
    "Block",
    "BlockOrder",
    "CaseloadPlan",
    "Intervention",
    "InterventionHalt",
    "Milestone",
    "PublishedPage",
    "TakenBack",
    "Voice",
    "VoiceApproval",
]
