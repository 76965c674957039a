"""What somebody could plausibly type into the form behind an address, found out from the form itself."""

import uuid
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django import forms

from tests.factories.papers import Sent
from tests.isolation.scene import MAP_HERE, Scene
from tests.isolation.secrets import found

TYPED = "Getypt"

# What cannot be guessed from the kind of a field: its name → what is typed.
KNOWN = {
    "given_names": "Xaveer",
    "family_name": "Quispel",
    "birth_date": "3-5-2004",
    "bsn": "",
    "until": f"{date.today() + timedelta(days=30):%d-%m-%Y}",
    "again_on": f"{date.today() + timedelta(days=3):%d-%m-%Y}",
    "title": "prison",
    "titles": "initials",
    "time_of_day": "9.30",
    "begins": "9.30",
    "ends": "12.00",
    "postponed_to": "",
    "amount": "1",
    "monthly": "",
    "plan_since": "",
    "threat_on": "",
    "disability": "not_noted",
    "disability_ground": "",
    "phone": "046 477 77 77",
    "email": "iemand@example.nl",
    "lines": "naam;soort\nReclassering;reclassering",
    "sure": "on",
    "what": "this",
    "item": "",
    "known": "yes",
    "professional": "",
    "result": "",
    "result_words": "",
    "heard_on": "",
    "site": "www.example.nl",
}

FIGURES = ("low", "high", "numerator", "denominator")
# What is typed into one form only.
OF_FORM = {
    "OutcomeForm": {"result": "off_by_us"},  # by the days that are planted it may be still to come
    "SendForm": {"sent": "1"},
    "AppointmentForm": {
        "later": "",
        "asked": "",
        "happened_on": f"{date.today() + timedelta(days=40):%d-%m-%Y}",
    },
    "ContactForm": {"kind": "partner", "his_words": ""},  # with a partner one asks who
    "LeaveForm": {"since": "", "until": ""},  # by the days that are planted he is inside on no day
    "NetworkMemberForm": {"phone": ""},  # nobody was asked whether one may call
    "AgreementForm": {"someone_else": "Moeder: rijdt hem.", "retold": "not_asked", "retold_words": ""},
    "ReadingsForm": {"who": ""},  # he says it himself
    "PaperForm": {"file": Sent(b"%PDF-1.4 Getypt", "getypt.pdf", "application/pdf")},
    "BeginForm": {"way": "own", "name": "Straatcoach"},
    "BlockForm": {"text": "Zo gaat het nu."},
    "MilestoneForm": {
        "words": "Een loket",
        "planned": "1e kwartaal 2026",
        "real": "2e kwartaal 2026",
        "why": "Ziekte.",
    },
    "VoiceForm": {"words": "Het werkt nu beter.", "speaker": "Medewerker B"},
    "CaseloadPlanForm": {"month_1": "7"},
    "DefinitionForm": {"since": "1-1-2020"},
    "FiguresForm": {
        "lines": "periode;gebied;uitgave;bron;waarde\n2022;NL;2024;CBS;3",
        "sure": "on",
        "file": "",
        "starred": "",
    },
    "FigureForm": {**dict.fromkeys(FIGURES, ""), "value": "12,5", "unknown": ""},
    "ObservationForm": {
        **dict.fromkeys(FIGURES, ""),
        "value": "12,5",
        "unknown": "",
        "period": "2024",
        "code": "",
    },
    "BarrierForm": {"party": "", "since": ""},  # an organisation is chosen
    "EscalationForm": {
        "name": "",  # a colleague is chosen
        "brief": "Een jongere loopt vast.",
        "wanted_by": f"{date.today() + timedelta(days=9):%d-%m-%Y}",
    },
    "EscalationAnswerForm": {"outcome": "called_off", "to_level": ""},
    "MutualAgreementForm": {"begins_on": f"{date.today() + timedelta(days=9):%d-%m-%Y}"},
    "RequestForm": {"step": "", "wanted_on": f"{date.today() + timedelta(days=9):%d-%m-%Y}"},
    "AnswerForm": {"proposed_on": ""},
    "RequestAnswerForm": {"kind": "done", "proposed_on": ""},
    "StepForm": {"weeks": "", "counted": ""},  # a day is typed
    "StepMarkForm": {"until": ""},
}


# What is in the scene: its name → whom to choose, so that something changes.
CHOSEN: dict[str, Callable[[Scene], Any]] = {
    "officer": lambda scene: scene.cast.sem.pk,
    "substitute": lambda scene: scene.cast.sem.pk,
}
# The same in one form only.
CHOSEN_IN: dict[str, dict[str, Callable[[Scene], Any]]] = {
    "InvitingPartnerForm": {"professional": lambda scene: scene.files[MAP_HERE].records["professional"].ref},
}


def plausible(form: forms.BaseForm, scene: Scene) -> dict[str, Any]:
    """What to send: what the form holds already unless it is a secret, and else a value of the right kind."""
    called = type(form).__name__
    chosen = CHOSEN | CHOSEN_IN.get(called, {})
    known = KNOWN | {name: choose(scene) for name, choose in chosen.items()}
    known |= OF_FORM.get(called, {})
    return {
        form.add_prefix(name): known[name] if name in known else _value(form[name].value(), field, scene)
        for name, field in form.fields.items()
    }


def _value(initial: Any, field: forms.Field, scene: Scene) -> Any:
    if initial not in (None, "") and not found(scene.secrets, str(initial)):
        return initial
    if field.widget.is_hidden and not field.required:
        return ""  # what the page did not fill in, nobody types
    if isinstance(field, forms.ModelChoiceField):
        return field.queryset.values_list(field.to_field_name or "pk", flat=True).first() or ""  # type: ignore[union-attr]
    if isinstance(field, forms.ChoiceField):
        return next((value for value, _ in field.choices if value), "")  # type: ignore[union-attr,misc]
    by_kind: dict[Any, Any] = {
        forms.DateField: f"{date.today():%d-%m-%Y}",
        forms.UUIDField: str(uuid.uuid4()),
        forms.BooleanField: "on",
        forms.IntegerField: "1",
        forms.EmailField: "iemand@example.nl",
    }
    return next((value for kind, value in by_kind.items() if isinstance(field, kind)), TYPED)
