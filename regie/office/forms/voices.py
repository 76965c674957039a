"""What somebody says on a page, and the leave for it."""

from typing import Any

from django import forms

from regie.programme.enums import BlockKind
from regie.programme.rules import LONGEST_APPROVAL, LONGEST_VOICE, ApprovalAccount, VoiceAccount
from regie.ui.forms import DateField, WordsField
from regie.ui.verb_form import VerbForm

NOBODY = "Noem geen naam, geen plaats en geen leeftijd. Schrijf bijvoorbeeld: een jongen van begin twintig."


class VoiceForm(VerbForm):
    """The words, and who says them; a story names nobody."""

    words = WordsField(label="Wat wordt er gezegd?", longest=LONGEST_VOICE["words"], lines=8)
    speaker = WordsField(
        label="Wie zegt dit?",
        longest=LONGEST_VOICE["speaker"],
        lines=1,
        help_text="Bijvoorbeeld Medewerker A, Reclassering Nederland.",
    )

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if kind == BlockKind.STORY:
            del self.fields["speaker"]
            self.fields["words"].label = "Het verhaal"
            self.fields["words"].help_text = NOBODY

    @property
    def account(self) -> VoiceAccount:
        """What was written."""
        return VoiceAccount(self.cleaned_data["words"], self.cleaned_data.get("speaker", ""))


class ApprovalForm(VerbForm):
    """Who gave leave, when and how; of a story also what somebody looked for."""

    given_by = WordsField(label="Wie is akkoord?", longest=LONGEST_APPROVAL["given_by"], lines=1)
    given_on = DateField(label="Op welke dag?", widget=forms.TextInput)
    how = WordsField(
        label="Hoe is het akkoord gegeven?",
        longest=LONGEST_APPROVAL["how"],
        lines=2,
        help_text="Bijvoorbeeld: per mail, of hij las de tekst en zette zijn handtekening.",
    )
    no_name = forms.BooleanField(label="Er staat geen naam in, ook niet van een ander", required=False)
    no_place = forms.BooleanField(
        label="Er staat geen plaats, straat, school of werkgever in", required=False
    )
    no_age = forms.BooleanField(label="Er staat geen leeftijd en geen datum in", required=False)
    reason = WordsField(
        label="Waarom herkent niemand hem?", longest=LONGEST_APPROVAL["reason"], lines=3, required=False
    )

    def __init__(self, *args: Any, kind: str, small: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        story = kind == BlockKind.STORY
        gone = ["given_by"] if story else ["no_name", "no_place", "no_age", "reason"]
        if story and not small:
            gone.append("reason")
        for name in gone:
            del self.fields[name]
        if story:
            self.fields["given_on"].label = "Op welke dag zei de jongere dat het mag?"

    @property
    def account(self) -> ApprovalAccount:
        """What was told."""
        told = {
            name: self.cleaned_data[name]
            for name in ApprovalAccount.__dataclass_fields__
            if name in self.fields
        }
        return ApprovalAccount(**told)
