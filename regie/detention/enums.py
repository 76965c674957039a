"""The words for sentences, stays, release dates, hearings and conditions."""

from django.db.models import TextChoices


class Regime(TextChoices):
    """Under which law he is detained."""

    ADULT = "adult", "volwassenenstrafrecht"
    ADOLESCENT = "adolescent", "adolescentenstrafrecht"
    YOUTH = "youth", "jeugdstrafrecht"
    UNKNOWN = "unknown", "nog niet bekend"


class Title(TextChoices):
    """On what ground he is detained."""

    PRETRIAL = "pretrial", "voorlopige hechtenis"
    PRISON = "prison", "gevangenisstraf"
    YOUTH_DETENTION = "youth_detention", "jeugddetentie"
    SUBSTITUTE = "substitute", "vervangende hechtenis"
    COERCIVE = "coercive", "gijzeling"
    ISD = "isd", "ISD-maatregel"
    PIJ = "pij", "PIJ-maatregel"
    TBS = "tbs", "tbs"


class LeaveKind(TextChoices):
    """With what kind of leave he goes out for a while."""

    SHORT = "short", "kortdurend re-integratieverlof"
    LONG = "long", "langdurend re-integratieverlof"
    EXTRAMURAL = "extramural", "re-integratieverlof extramuraal"
    INTERRUPTION = "interruption", "strafonderbreking"
    OTHER = "other", "ander verlof"


class LeaveState(TextChoices):
    """Whether he may go."""

    ASKED = "asked", "aangevraagd"
    GRANTED = "granted", "toegekend"
    REFUSED = "refused", "geweigerd"
    DROPPED = "dropped", "ingetrokken"


class LeaveResult(TextChoices):
    """How his leave went."""

    WELL = "well", "gelukt"
    PARTLY = "partly", "deels gelukt"
    NOT = "not", "niet gelukt"
    UNKNOWN = "unknown", "niet bekend"


class Held(TextChoices):
    """Whether somebody is inside on a day, as far as we know; the codes stand in addresses."""

    INSIDE = "vast", "Zit vast"
    FREE = "vrij", "Is vrij"
    UNKNOWN = "onbekend", "Nog niet bekend"


class Arrival(TextChoices):
    """How a stay in a facility began."""

    ENTERED = "entered", "binnengekomen"
    MOVED = "moved", "overgeplaatst"


class ReleaseKind(TextChoices):
    """What kind of release is expected."""

    END_OF_SENTENCE = "end_of_sentence", "einde straf"
    CONDITIONAL = "conditional", "voorwaardelijke invrijheidstelling (v.i.)"
    PROGRAMME = "programme", "penitentiair programma (PP)"
    SUSPENSION = "suspension", "schorsing of opheffing"
    END_LEAVE = "end_leave", "eindverlof"
    UNKNOWN = "unknown", "soort niet bekend"


class Certainty(TextChoices):
    """How sure we are of a release date."""

    FIXED = "fixed", "staat vast"
    EXPECTED = "expected", "verwacht"
    UNSURE = "unsure", "onzeker"
    ANY_DAY = "any_day", "kan elke dag zijn"


class HearingKind(TextChoices):
    """What a judge decides on at a hearing."""

    ARRAIGNMENT = "arraignment", "voorgeleiding"
    CHAMBER = "chamber", "raadkamer"
    PRO_FORMA = "pro_forma", "pro forma"
    TRIAL = "trial", "inhoudelijke zitting"
    VERDICT = "verdict", "uitspraak"
    CONDITIONAL_RELEASE = "conditional_release", "v.i.-zitting"
    UNKNOWN = "unknown", "soort niet bekend"


class HearingOutcome(TextChoices):
    """What came of a hearing."""

    UNKNOWN = "unknown", "uitkomst nog niet bekend"
    SUSPENDED = "suspended", "geschorst"
    CONTINUED = "continued", "hij blijft vastzitten"
    ACQUITTED = "acquitted", "vrijgesproken"
    CONVICTED = "convicted", "veroordeeld"
    POSTPONED = "postponed", "aangehouden"


class SpecialConditionKind(TextChoices):
    """What he must do or may not do."""

    REPORTING = "reporting", "meldplicht"
    AREA_BAN = "area_ban", "gebiedsverbod"
    CONTACT_BAN = "contact_ban", "contactverbod"
    ANKLE_TAG = "ankle_tag", "enkelband"
    TREATMENT = "treatment", "behandeling"
    OTHER = "other", "andere voorwaarde"


class OpenSanctionKind(TextChoices):
    """What is still to be paid, done or served."""

    FINE = "fine", "boete"
    COMMUNITY_SERVICE = "community_service", "taakstraf"
    SUBSTITUTE_DETENTION = "substitute_detention", "vervangende hechtenis"
    OTHER = "other", "andere straf of maatregel"


class SafetyGround(TextChoices):
    """Why a safety note may stand in his file."""

    VIOLENCE = "violence", "er is iemand bedreigd of mishandeld"
    WEAPON = "weapon", "er is een wapen gezien of gevonden"
    FROM_OTHERS = "from_others", "er dreigt gevaar van anderen om hem heen"
    FOR_HIM = "for_him", "hij loopt zelf gevaar"
    WARNING = "warning", "de politie of de reclassering waarschuwt"
