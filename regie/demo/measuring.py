"""What the programme manager of the demo brought in: invented figures of her own municipality, and they say so."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from regie.accounts.models import Municipality, User
from regie.demo.cast import ROSA
from regie.indicators.models import Definition, Indicator, Observation
from regie.indicators.rules import DefinitionAccount, ObservationAccount, read_period

NAME = "Jongeren met een eigen bankrekening"
SAID = DefinitionAccount(
    unit="percent",
    measures="Deel van de jongeren in begeleiding met een eigen bankrekening, aan het eind van het jaar.",
    numerator="Jongeren in begeleiding met een betaalrekening of basisbankrekening op eigen naam.",
    denominator="Alle jongeren in begeleiding op 31 december.",
    source="Eigen telling van de gemeente.",
)
INVENTED = "Verzonnen voor de demo."
# Year, how many of how many.
COUNTED = ((2024, 5, 9), (2025, 9, 13))
# Of the table of the CBS that is shipped: year, value, low, high; nothing of it is real.
ONLINE = ((2021, "17.9", "15.2", "20.9"), (2023, "14.8", "12.4", "17.6"))


def measure(*, at: datetime) -> None:
    """One indicator of her own, and of one that is shipped what she found of her municipality."""
    rosa = User.objects.get(email=ROSA.email)
    here, by = Municipality.objects.get(cbs_code=ROSA.place), rosa.acting(at)
    own = Indicator.add(municipality=here, name=NAME, text="Afgesproken in het jaarplan.", by=by, at=at)
    definition = Definition.write(indicator=own, account=SAID, by=by, at=at)
    told: dict[str, Any] = {"region": here.cbs_code, "source": INVENTED, "note": INVENTED}
    for year, some, whole in COUNTED:
        account = ObservationAccount(
            period=read_period(str(year)), edition=f"{year + 1}", numerator=some, denominator=whole, **told
        )
        Observation.tell(definition=definition, municipality=here, account=account, by=by, at=at)
    shipped = Definition.objects.get(indicator__code="online_crime_victims")
    for year, *figures in ONLINE:
        value, low, high = map(Decimal, figures)
        account = ObservationAccount(
            period=read_period(str(year)), edition="verzonnen", value=value, low=low, high=high, **told
        )
        Observation.tell(definition=shipped, municipality=here, account=account, by=by, at=at)
