"""What is brought in as a text: pasted, or as a file."""

from typing import Any

from regie.base.errors import NotValid
from regie.recognition.rules import check_text, text_of
from regie.ui.verb_form import VerbForm


class PastedForm(VerbForm):
    """A text pasted in the field that `pasted` names, or a `file`; never both. `whole` is what was read.

    Its `municipality` is one of those where he may; who works in one is not asked.
    """

    brief = True
    pasted, both, neither = "text", "", ""  # the field, and what is said of both and of neither

    def __init__(self, *args: Any, municipalities: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.whole = ""
        self.ask_which("municipality", municipalities)

    def clean(self) -> dict[str, Any]:
        """Reads the text, from wherever it comes."""
        typed = super().clean() or self.cleaned_data
        text, file = typed.get(self.pasted, ""), typed.get("file")
        if file and text.strip():
            self.add_error("file", self.both)
        elif not file and not text.strip() and "file" not in self.errors:
            self.add_error(self.pasted, self.neither)
        elif "file" not in self.errors:
            self._read(text, file)
        return typed

    def _read(self, text: str, file: Any) -> None:
        try:
            self.whole = (
                text_of(file.read(), filename=file.name) if file else check_text(text, field=self.pasted)
            )
        except NotValid as error:
            self.add_error(error.field, error.sentence)
