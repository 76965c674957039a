"""The kinds of organisation in the chain."""

from django.db.models import TextChoices


class OrganisationKind(TextChoices):
    """What an organisation is; the places where young people are held come first, partners follow when needed."""

    PRISON = "prison", "penitentiaire inrichting"
    YOUTH_INSTITUTION = "youth_institution", "justitiële jeugdinrichting"
    SMALL_SCALE = "small_scale", "kleinschalige voorziening justitiële jeugd"
    PSYCHIATRIC_CENTRE = "psychiatric_centre", "penitentiair psychiatrisch centrum"
    FORENSIC_CENTRE = "forensic_centre", "forensisch psychiatrisch centrum"
    DETENTION_CENTRE = "detention_centre", "detentiecentrum"
