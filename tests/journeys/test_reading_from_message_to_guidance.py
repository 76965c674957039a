"""From a message to guidance in under three minutes of reading and clicking."""

from regie.base.clock import day, now
from tests.cast import Cast
from tests.journeys.conftest import Arrives
from tests.journeys.reading import Reader
from tests.journeys.test_from_message_to_guidance import TEXT

THREE_MINUTES = 180


def test_no_more_to_read_than_fits_in_three_minutes(cast: Cast, arrives: Arrives):
    noor = arrives(cast.noor)
    reader = Reader(noor.page)
    # Given a message that she pastes
    noor.goes_to("/aanmeldingen/berichten/nieuw/")
    noor.types({"Tekst van het bericht": TEXT.format(since=day(now())), "Van wie komt het?": "DJI"})
    reader.reads(acts=4)
    noor.clicks("Lezen")
    # When she reads every page on the way, and does what each asks
    reader.reads(acts=1)
    noor.clicks("Dit klopt: verwerken")
    reader.reads(acts=1)
    noor.clicks("Wegen")
    for number in range(1, 6):
        noor.answers(f"{number}. ", "Ja")
    noor.ticks("Wonen")
    noor.types({"Toelichting bij vraag 5": "De nazorg kan dit niet alleen."})
    reader.reads(acts=8)
    noor.clicks("Opslaan")
    reader.reads(acts=1)
    noor.clicks("Aannemen")
    # Then he is guided, and it took no three minutes
    noor.sees("U begeleidt nu Jayden Muller.")
    assert reader.acts == 15
    assert reader.seconds < THREE_MINUTES, (reader.words, reader.words_in_full)
