"""The kinds of organisation in the chain, and what the people in them do."""

from django.db.models import TextChoices


class OrganisationKind(TextChoices):
    """What an organisation is; the places where young people are held come first, then the partners."""

    PRISON = "prison", "penitentiaire inrichting"
    YOUTH_INSTITUTION = "youth_institution", "justitiële jeugdinrichting"
    SMALL_SCALE = "small_scale", "kleinschalige voorziening justitiële jeugd"
    PSYCHIATRIC_CENTRE = "psychiatric_centre", "penitentiair psychiatrisch centrum"
    FORENSIC_CENTRE = "forensic_centre", "forensisch psychiatrisch centrum"
    DETENTION_CENTRE = "detention_centre", "detentiecentrum"
    PROBATION = "probation", "reclassering"
    MUNICIPAL_DEPARTMENT = "municipal_department", "gemeente-afdeling"
    HOUSING_ASSOCIATION = "housing_association", "woningcorporatie"
    SHELTER = "shelter", "opvang of beschermd wonen"
    CREDIT_BANK = "credit_bank", "kredietbank"
    EMPLOYMENT_SERVICE = "employment_service", "UWV of WSP"
    MENTAL_HEALTH = "mental_health", "GGZ"
    ADDICTION_CARE = "addiction_care", "verslavingszorg"
    HEALTH_CARE = "health_care", "huisarts of andere zorg"
    MEE = "mee", "MEE"
    SAFETY_HOUSE = "safety_house", "ZVH"
    POLICE = "police", "politie"
    PROSECUTION = "prosecution", "OM"
    LAWYER = "lawyer", "advocatuur"
    EDUCATION = "education", "onderwijs"
    EMPLOYER = "employer", "werkgever"
    YOUTH_WORK = "youth_work", "welzijn of jongerenwerk"
    VOLUNTEERS = "volunteers", "vrijwilligers"
    OTHER = "other", "andere organisatie"


FACILITIES = frozenset(
    {
        OrganisationKind.PRISON,
        OrganisationKind.YOUTH_INSTITUTION,
        OrganisationKind.SMALL_SCALE,
        OrganisationKind.PSYCHIATRIC_CENTRE,
        OrganisationKind.FORENSIC_CENTRE,
        OrganisationKind.DETENTION_CENTRE,
    }
)


class AlikeBy(TextChoices):
    """By what two entries of the social map may be one."""

    NAME = "name", "dezelfde naam"
    PHONE = "phone", "hetzelfde telefoonnummer"
    EMAIL = "email", "hetzelfde e-mailadres"
    SOUND = "sound", "een naam die erop lijkt"


class Arrived(TextChoices):
    """What becomes of one line of a list that is brought in."""

    ADDED = "added", "toegevoegd"
    CHANGED = "changed", "gewijzigd"
    SAME = "same", "stond er al"
    REFUSED = "refused", "niet overgenomen"


class ProfessionalRole(TextChoices):
    """What a professional does; which roles there are is practice (te verifiëren)."""

    CASE_MANAGER = "case_manager", "casemanager"
    TRAJECTORY_DIRECTOR = "trajectory_director", "trajectregisseur"
    MENTOR = "mentor", "mentor"
    PROBATION_WORKER = "probation_worker", "reclasseringswerker"
    AFTERCARE_COORDINATOR = "aftercare_coordinator", "nazorgcoördinator"
    PROCESS_DIRECTOR = "process_director", "procesregisseur"
    DEBT_COUNSELLOR = "debt_counsellor", "schuldhulpverlener"
    INCOME_CONSULTANT = "income_consultant", "klantmanager"
    JOB_COACH = "job_coach", "jobcoach"
    HOUSING_CONSULTANT = "housing_consultant", "woonconsulent"
    PRACTITIONER = "practitioner", "behandelaar"
    SUPPORT_WORKER = "support_worker", "ambulant begeleider"
    YOUTH_WORKER = "youth_worker", "jongerenwerker"
    COMMUNITY_OFFICER = "community_officer", "wijkagent"
    PROSECUTOR = "prosecutor", "officier van justitie"
    LAWYER = "lawyer", "advocaat"
    TEACHER = "teacher", "docent of schoolcontact"
    EMPLOYER_CONTACT = "employer_contact", "contactpersoon bij een werkgever"
    VOLUNTEER = "volunteer", "vrijwilliger"
    OTHER = "other", "andere rol"
