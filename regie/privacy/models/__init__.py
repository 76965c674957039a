"""What was done, and who looked."""

from regie.privacy.models.access import AccessEntry
from regie.privacy.models.journal import JournalChain, JournalEntry

__all__ = ["AccessEntry", "JournalChain", "JournalEntry"]
