"""Errors that carry a Dutch sentence fit to show to the person who asked."""


class DomainError(Exception):
    """Something that may not be: `sentence` says why, `field` names the field it belongs beside (or none)."""

    def __init__(self, sentence: str, *, field: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field


class NotAllowed(DomainError):
    """This person may not do this here."""


class NotNow(DomainError):
    """It may be done, but not in this state."""


class NotValid(DomainError):
    """What was told cannot be true."""
