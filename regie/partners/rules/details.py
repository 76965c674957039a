"""A text without loose ends, as the social map keeps it."""


def tidy(text: str) -> str:
    """A text on one line without double spaces."""
    return " ".join(text.split())


def tidy_lines(text: str) -> str:
    """A text of several lines, without loose ends."""
    return "\n".join(line.rstrip() for line in text.strip().splitlines())
