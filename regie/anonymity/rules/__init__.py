"""Whether a text lets somebody be recognised, decided from what is known of him."""

from regie.anonymity.rules.known import Known, Leak
from regie.anonymity.rules.leaking import leaks

__all__ = ["Known", "Leak", "leaks"]
