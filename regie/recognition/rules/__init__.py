"""What stands in a message about somebody who is detained; each noun in a file of its own."""

from regie.recognition.rules.days import seen_days
from regie.recognition.rules.files import check_text, text_of
from regie.recognition.rules.kinds import is_bij
from regie.recognition.rules.lists import Table, looks_like_a_list, read_row, rows_of
from regie.recognition.rules.reader import read
from regie.recognition.rules.reading import Finding, MessageKind, Part, PersonReading, Reading

__all__ = [
    "Finding",
    "MessageKind",
    "Part",
    "PersonReading",
    "Reading",
    "Table",
    "check_text",
    "is_bij",
    "looks_like_a_list",
    "read",
    "read_row",
    "rows_of",
    "seen_days",
    "text_of",
]
