"""A text to look at as a young person reads it."""

from django import forms


class HowItReadsForm(forms.Form):
    """One box; nothing of it is kept, so anything fits."""

    text = forms.CharField(
        label="Welke tekst leest hij?",
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": "Typ of plak een tekst."},
    )
