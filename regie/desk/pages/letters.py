"""The letters about a redirected referral, as they are proposed: short, and nothing in them that is not needed."""

from regie.trajectories.models import Referral
from regie.ui.words import written


def letter_to_referrer(referral: Referral, *, officer: str) -> str:
    """What who referred him is told; not why."""
    name, place = str(referral.person), referral.municipality.name
    return (
        f"Aan: {referral.referred_by}\n\n"
        f"Over: uw aanmelding van {name}, ontvangen op {written(referral.happened_on)}\n\n"
        "Geachte heer of mevrouw,\n\n"
        f"U meldde {name} bij ons aan. Wij hebben uw aanmelding bekeken.\n"
        "De re-integratieofficier gaat deze jongere niet begeleiden.\n"
        f"U kunt voor deze jongere terecht bij de reguliere nazorg van de gemeente {place}.\n\n"
        "Weet u iets nieuws dat belangrijk is voor ons besluit? Laat het ons weten. Dan kijken wij opnieuw.\n\n"
        f"Met vriendelijke groet,\n\n{officer}\nRe-integratieofficier, gemeente {place}\n"
    )


def letter_to_him(referral: Referral, *, officer: str) -> str:
    """What he is told himself, in words that are easy to read."""
    place = referral.municipality.name
    return (
        f"Beste {referral.person.given_names or referral.person},\n\n"
        "Iemand heeft jou bij ons aangemeld.\n"
        "Ik heb gekeken wie jou het beste kan helpen.\n\n"
        "Je krijgt geen re-integratieofficier.\n"
        f"De nazorg van de gemeente {place} kan jou helpen.\n\n"
        "Wat kun je doen?\n"
        "Heb je een vraag? Vraag het aan je casemanager.\n"
        f"Je kunt ook de gemeente {place} bellen. Vraag naar de nazorg.\n\n"
        "Ben je het er niet mee eens? Of is er iets veranderd?\n"
        "Laat het mij weten. Dan kijk ik opnieuw.\n\n"
        f"Groeten,\n\n{officer}\nGemeente {place}\n"
    )
