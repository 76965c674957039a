"""The colleagues of the demo; all invented."""

from dataclasses import dataclass

from regie.accounts.enums import Role

PASSWORD = "samen-de-poort-uit"  # noqa: S105 - it is printed on the screen: everyone may know it
SITTARD_GELEEN, HEERLEN = "GM1883", "GM0917"  # CBS codes, te verifiëren (domain.md §4.4 [K])
PLACES = {SITTARD_GELEEN: "Sittard-Geleen", HEERLEN: "Heerlen"}
REGION = "Zuid-Limburg"


@dataclass(frozen=True)
class Colleague:
    """One invented colleague; `secret` is what an authenticator app would hold (base32), `phone` his work number."""

    name: str
    email: str
    role: Role | None  # none: a partner
    place: str
    secret: str
    phone: str = ""


NOOR = Colleague(
    "Noor Claessen",
    "noor@demo.example",
    Role.OFFICER,
    SITTARD_GELEEN,
    "NOORNOORNOORNOORNOORNOORNOORNOOR",
    phone="06 12 34 56 78",
)
SEM = Colleague(
    "Sem Hendrikx", "sem@demo.example", Role.OFFICER, SITTARD_GELEEN, "SEMSEMSEMSEMSEMSEMSEMSEMSEMSEMSE"
)
FATIMA = Colleague(
    "Fatima el Amrani",
    "fatima@demo.example",
    Role.COORDINATOR,
    SITTARD_GELEEN,
    "FATIMAFATIMAFATIMAFATIMAFATIMAFA",
)
BAS = Colleague("Bas Wolters", "bas@demo.example", Role.OFFICER, HEERLEN, "BASBASBASBASBASBASBASBASBASBASBA")
WIL = Colleague(
    "Wil Janssen",
    "wil@demo.example",
    Role.FUNCTIONAL_MANAGER,
    SITTARD_GELEEN,
    "WILWILWILWILWILWILWILWILWILWILWI",
)
ADA = Colleague(
    "Ada Vroomen",
    "ada@demo.example",
    Role.PRIVACY_OFFICER,
    SITTARD_GELEEN,
    "ADAADAADAADAADAADAADAADAADAADAAD",
)
CHANTAL = Colleague(
    "Chantal Franssen", "chantal@demo.example", Role.OFFICER, HEERLEN, "CHANTALACHANTALACHANTALACHANTALA"
)
RIA = Colleague(
    "Ria Dohmen", "ria@demo.example", Role.COORDINATOR, HEERLEN, "RIARIARIARIARIARIARIARIARIARIARI"
)
HUB = Colleague(
    "Hub Quaedvlieg",
    "hub@demo.example",
    Role.FUNCTIONAL_MANAGER,
    HEERLEN,
    "HUBHUBHUBHUBHUBHUBHUBHUBHUBHUBHU",
)
ROSA = Colleague(
    "Rosa Lemmens",
    "rosa@demo.example",
    Role.PROGRAMME_MANAGER,
    SITTARD_GELEEN,
    "ROSAROSAROSAROSAROSAROSAROSAROSA",
)
JOEP = Colleague(
    "Joep Limpens", "joep@thuis.example", None, SITTARD_GELEEN, "JOEPJOEPJOEPJOEPJOEPJOEPJOEPJOEP"
)
COLLEAGUES = (NOOR, SEM, FATIMA, BAS, WIL, ROSA, ADA, CHANTAL, RIA, HUB)
SECOND = {SITTARD_GELEEN: FATIMA, HEERLEN: RIA}  # who agrees, or not, with an exception
