"""Accepting the code of conduct."""

from regie.ui.verb_form import VerbForm


class ConductForm(VerbForm):
    """Nothing but the button; which text he read is the version that it was made from."""

    @property
    def promised(self) -> int:
        """The version that he read; 0 when it was not said."""
        return self.cleaned_data["seen"] or 0
