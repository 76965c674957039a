"""The main navigation: where staff can go, for whom; the first that fits is his home.

A place may stand here under two names, for two kinds of colleagues: the first that fits is his.
"""

from dataclasses import dataclass

from regie.accounts.enums import Permission


@dataclass(frozen=True)
class Destination:
    """A place in the main navigation, shown to who holds one of its permissions; a partner holds none.

    Of who has many places those that are `needed_less` from day to day stand behind *Meer*.
    """

    label: str
    url_name: str
    icon: str
    permissions: frozenset[Permission]
    needed_less: bool = False


MOST_ON_A_LINE = 6  # more do not fit on a screen of 1024 pixels
# Not a place but a box, on every page of who may see young people.
SEARCH = Destination(
    "Zoeken",
    "desk:search",
    "search",
    frozenset({Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES, Permission.SCREEN_REFERRALS}),
)
DESTINATIONS = (
    Destination(
        "Vandaag",
        "desk:today",
        "sun",
        frozenset({Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES}),
    ),
    Destination("Jongeren", "desk:people", "users", frozenset({Permission.SEE_ALL_TRAJECTORIES})),
    Destination("Mijn jongeren", "desk:people", "users", frozenset({Permission.GUIDE})),
    Destination(
        "Aanmeldingen",
        "desk:referrals",
        "inbox",
        frozenset({Permission.SCREEN_REFERRALS, Permission.SEE_ALL_TRAJECTORIES}),
    ),
    Destination("Verdeling", "desk:allocation", "user-check", frozenset({Permission.ASSIGN})),
    Destination("Afwezigheid", "desk:covers", "calendar", frozenset({Permission.GUIDE, Permission.ASSIGN})),
    Destination(
        "Aanpak", "office:approach", "settings", frozenset({Permission.READ_APPROACH}), needed_less=True
    ),
    Destination(
        "Programma", "office:programme", "news", frozenset({Permission.READ_PROGRAMME}), needed_less=True
    ),
    Destination(
        "Indicatoren",
        "office:indicators",
        "chart-line",
        frozenset({Permission.READ_INDICATORS}),
        needed_less=True,
    ),
    Destination(
        "Inzicht", "office:insight", "list-check", frozenset({Permission.READ_INSIGHT}), needed_less=True
    ),
    Destination("Gronden", "office:judging", "scale", frozenset({Permission.JUDGE_GROUNDS})),
    Destination("Gebruikers", "office:users", "id-badge-2", frozenset({Permission.MANAGE_USERS})),
    Destination("Sociale kaart", "desk:social_map", "address-book", frozenset({Permission.READ_SOCIAL_MAP})),
)
# A partner goes nowhere else, and searches nothing.
FOR_PARTNERS = (
    Destination("Gevraagd", "partnerdesk:asked", "inbox", frozenset()),
    Destination("Betrokken", "partnerdesk:involved", "users", frozenset()),
)
