"""Noor brings the list of her municipality in, finds what is wrong in it, and keeps it right."""

import pytest

from regie.base.clock import now
from tests.cast import Cast
from tests.factories.partners import prison
from tests.journeys.conftest import Arrives

LIST = """naam;soort;rol;organisatie;inrichting;telefoon;e-mail;plaats
Kredietbank Limburg;kredietbank;;;;046 477 77 77;info@kbl.example.nl;Sittard
Krediet Bank Limburg;kredietbank;;;;;;Sittard
Els Janssen;;schuldhulpverlener;Kredietbank Limburg;;046 477 77 78;;
Tim Smeets;;casemanager;;PI Sittard;06 12345678;;
Politie Sittard;politie;;;;bel maar;;
Café de Kroeg;kroeg;;;;;;
;woningcorporatie;;;;;;
"""


@pytest.mark.parametrize(
    "how",
    [
        pytest.param({}, id="at a desk"),
        pytest.param({"phone": True}, id="on a phone"),
        pytest.param({"javascript": False}, id="without JavaScript"),
    ],
)
def test_noor_keeps_the_social_map(cast: Cast, arrives: Arrives, how: dict[str, bool]):
    # Given a list that somebody kept in a spreadsheet, with three bad lines
    prison(at=now())
    noor = arrives(cast.noor, **how)
    noor.goes_to("/sociale-kaart/")
    noor.clicks("Lijst inlezen")
    noor.types({"De lijst": LIST})
    noor.clicks("Bekijk wat ermee gebeurt")
    # Then she sees what becomes of every line, the bad ones as typed and with why, and nothing is changed yet
    noor.sees("Er is nog niets veranderd.", "4 toegevoegd, 3 niet overgenomen.")
    noor.sees(
        "Politie Sittard;politie;;;;bel maar;;", "Deze soort kennen we niet: kroeg", "Er staat geen naam."
    )
    noor.clicks("Ja, neem 4 regels over")
    noor.sees("De lijst is ingelezen")
    # When she looks for who is in the PI, and the number does not hold
    noor.clicks("Naar de sociale kaart")
    noor.clicks("Mensen zoeken op rol of inrichting")
    noor.page.get_by_label("Inrichting").select_option(label="PI Sittard")
    noor.clicks("Tonen")
    noor.clicks("Tim Smeets")
    noor.sees("Nog niemand keek na of dit klopt.")
    noor.clicks("Klopt niet")
    noor.sees("Volgens Noor klopt dit niet sinds")
    noor.types({"Wat klopt er niet?": "Dit nummer is van iemand anders."})
    noor.clicks("Opschrijven")
    noor.sees("Dit nummer is van iemand anders.")
    # Then it is the first that somebody looks at, and one click says that it holds
    noor.goes_to("/sociale-kaart/nakijken/")
    noor.sees("1 gemeld als fout, 3 niet meer nagekeken in een half jaar.")
    noor.clicks("Klopt nog")
    noor.sees("Nagekeken: dit klopt nog.", "0 gemeld als fout, 3 niet meer nagekeken in een half jaar.")
    # And what stands there twice becomes one, and two again
    noor.goes_to("/sociale-kaart/dubbelen/")
    noor.clicks("Krediet")
    noor.sees("Dezelfde naam.")
    noor.clicks("Samenvoegen: deze blijft")
    noor.sees("Samengevoegd.", "is hiermee samengevoegd op")
    noor.clicks("Maak samenvoegen ongedaan")
    noor.sees("Ongedaan gemaakt. Het zijn weer twee vermeldingen.")
