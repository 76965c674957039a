"""Names as they are spread over young people in the Netherlands, the common ones first; and test BSNs."""

from collections.abc import Iterator
from random import Random

FAMILY = (
    "de Jong|Jansen|de Vries|van den Berg|van Dijk|Bakker|Janssen|Visser|Smit|Meijer|de Boer|Mulder|de Groot|Bos|Vos|"
    "Peters|Hendriks|van Leeuwen|Dekker|Brouwer|de Wit|Dijkstra|Smits|de Graaf|van der Meer|Yılmaz|El Amrani|Mohamed|"
    "van der Linden|Kok|Jacobs|de Haan|Vermeulen|van den Heuvel|van der Veen|van den Broek|de Bruijn|Schouten|Kaya|"
    "Ali|Willems|van Vliet|Hoekstra|Maas|Verhoeven|Koster|van Dam|Prins|Blom|Huisman|Demir|Bouali|Pinas|Martina|"
    "Kuipers|Postma|Kuiper|Veenstra|van Wijk|Kramer|van den Bosch|Scholten|Timmermans|Groen|Gerritsen|Muller|Müller|"
    "Ben Ali|Aydın|Şahin|Öztürk|El Idrissi|Benali|Hassan|Abdi|Nguyen|Singh|Kowalski|Nowak|Wiśniewski|Popescu|Silva|"
    "Fernandes|Cruz|Bergraaf|Soekhai|Ramdin|Tjon|Wolters|Schmitz|Claessens|Lemmens|Ramaekers|Houben|Dohmen|Schreurs|"
    "Vrancken|Frissen|Geurts|Coenen|Bemelmans|Cremers|Heijnen|Theunissen|Hamers|Quaedvlieg|Crombach|Habets|Gielen"
).split("|")
GIVEN = (
    "Mohamed|Noah|Sem|Daan|Lucas|Jayden|Levi|Finn|Milan|Ruben|Thomas|Bram|Lars|Jesse|Tim|Thijs|Stijn|Luuk|Max|Mees|"
    "Youssef|Ayoub|Bilal|Ibrahim|Adam|Mehmet|Emre|Yusuf|Omar|Hamza|Anass|Rayan|Ilias|Kevin|Dylan|Justin|Damian|Quincy|"
    "Jeremiah|Shaquille|Giovanni|Ricardo|Jordy|Mike|Rick|Niels|Sander|Bas|Wesley|Melvin|Jakub|Kacper|Andrei|Mateo|"
    "Emma|Sophie|Lotte|Fatima|Naomi|Chantal|Samira|Priya|Denise|Aaliyah"
).split("|")


def full_name(rng: Random) -> tuple[str, str]:
    """A given and a family name; a few people are known by one of the two."""
    given, family = _often(GIVEN, rng), _often(FAMILY, rng)
    return (given, "") if rng.random() < 0.02 else (given, family)


def _often(names: list[str], rng: Random) -> str:
    return rng.choices(names, weights=[1 / (rank + 10) for rank in range(len(names))])[0]


def test_bsns() -> Iterator[str]:
    """The numbers from 99999 that pass the elfproef: those that are set apart for tests; some nine hundred."""
    for number in range(999990000, 1000000000):
        digits = [int(digit) for digit in str(number)]
        weighted = sum(
            weight * digit for weight, digit in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), digits, strict=True)
        )
        if weighted % 11 == 0:
            yield str(number)
