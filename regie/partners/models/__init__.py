"""The organisations of the chain."""

from regie.partners.models.organisation import Organisation

__all__ = ["Organisation"]
