"""The refusal of a value."""


class Wrong(Exception):
    """A value that a setting cannot have; the text says what it can be."""
