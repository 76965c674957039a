"""Under which heading a setting stands on the screen."""

from enum import StrEnum


class Group(StrEnum):
    """Where a setting stands on the page: the first word of its code."""

    TARGET = "age"
    CRITERIA = "criteria"
    GUIDANCE = "guidance"
    CASELOAD = "caseload"
    CONTENT = "content"
    INVOLVEMENT = "involvement"
    ESCALATION = "escalation"
    PLAIN = "plain"
    MESSAGES = "messages"
    FIGURES = "figures"
    DEADLINES = "deadlines"

    @property
    def label(self) -> str:
        """The heading on the screen."""
        return {
            Group.TARGET: "Leeftijd",
            Group.CRITERIA: "Criteria voor de weging",
            Group.GUIDANCE: "Duur van de begeleiding",
            Group.CASELOAD: "Aantal jongeren per officier",
            Group.CONTENT: "Inhoud van de begeleiding",
            Group.INVOLVEMENT: "Anderen betrekken",
            Group.ESCALATION: "Opschalen van barrières",
            Group.PLAIN: "Gewone taal",
            Group.MESSAGES: "Berichten",
            Group.FIGURES: "Cijfers",
            Group.DEADLINES: "Termijnen",
        }[self]
