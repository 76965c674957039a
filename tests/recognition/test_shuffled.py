"""Whatever the order, the label, the form of a date and the noise around it: a value is true or unknown."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from regie.recognition.rules import Part, read

TODAY = date(2026, 11, 24)
FACILITIES = {"PI Ter Peel": ("Ter Peel",), "PI Roermond": ("Roermond",)}
MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
SHORT = "jan feb mrt apr mei jun jul aug sep okt nov dec".split()
BORN = st.dates(date(1997, 1, 1), date(2008, 1, 1))
ENTERED = st.dates(date(2025, 1, 1), TODAY)
OUT = st.dates(date(2026, 11, 25), date(2030, 1, 1))
FAMILY = st.sampled_from(["Muller", "Bakker", "El Idrissi", "Köhler", "O'Brien", "Smeets"])
GIVEN = st.sampled_from(["Jayden", "Ali", "Sanne", "José", "Anne-Marie"])
LABELS = {
    Part.BIRTH_DATE: ["Geboortedatum", "GEB.DATUM", "Geboren", "geb. dat"],
    Part.ENTERED_ON: ["Datum insluiting", "In detentie sinds", "Insluitdatum"],
    Part.RELEASE_ON: ["Ontslagdatum", "Einddatum detentie", "Nieuwe ontslagdatum"],
    Part.FACILITY: ["Inrichting", "Huidige inrichting", "Verblijft in"],
    Part.BSN: ["BSN", "Burgerservicenummer"],
}
NOISE = st.sampled_from(
    [
        "Casemanager: Els Janssen",
        "Datum bericht: 24-11-2026",
        "Parketnummer: 03/123456-26",
        "Telefoon: 06-12345678",
        "Nationaliteit: Nederlandse",
        "Advocaat: mr. T. de Vries",
        "Kenmerk 3-4-2026",
        "Afdeling: C3",
        "Opmerking: zijn moeder Karin komt op 3-12-2026 op bezoek",
        "Zittingsdatum: 4-1-2027",
        "Vorige inrichting: PI Vught",
        "",
    ]
)


def written(day: date) -> st.SearchStrategy[str]:
    return st.sampled_from(
        [
            f"{day:%d-%m-%Y}",
            f"{day.day}/{day.month}/{day.year}",
            f"{day.day}.{day.month}.{day.year}",
            f"{day.day} {MONTHS[day.month - 1]} {day.year}",
            f"{day.day} {SHORT[day.month - 1]} {day.year}",
            f"{day:%Y-%m-%d}",
        ]
    )


@st.composite
def messages(draw: st.DrawFn) -> tuple[str, dict[Part, object]]:
    """A message with its truth."""
    truth: dict[Part, object] = {
        Part.BIRTH_DATE: draw(BORN),
        Part.ENTERED_ON: draw(ENTERED),
        Part.RELEASE_ON: draw(OUT),
        Part.FACILITY: draw(st.sampled_from(sorted(FACILITIES))),
        Part.BSN: "999990019",
    }
    family, given_name = draw(FAMILY), draw(GIVEN)
    lines = [f"Naam: {family}, {given_name}"]
    for part, value in truth.items():
        said = draw(written(value)) if isinstance(value, date) else str(value)
        between = draw(st.sampled_from([": ", ":\t", " : ", "\t", ":"]))
        lines.append(f"{draw(st.sampled_from(LABELS[part]))}{between}{said}")
    lines += draw(st.lists(NOISE, max_size=4))
    shuffled = draw(st.permutations(lines))
    end = draw(st.sampled_from(["\n", "\r\n"]))
    return end.join(shuffled), truth | {Part.FAMILY_NAME: family, Part.GIVEN_NAMES: given_name}


@given(messages())
def test_nothing_is_wrong_whatever_the_order(message: tuple[str, dict[Part, object]]):
    text, truth = message
    for person in read(text, facilities=FACILITIES, today=TODAY).people:
        wrong = {part: f.value for part, f in person.findings.items() if truth.get(part) != f.value}
        assert not wrong, f"{wrong}\n{text}"


@given(BORN.flatmap(lambda day: st.tuples(st.just(day), written(day))))
def test_a_date_in_any_form_is_read(day_and_text: tuple[date, str]):
    day, text = day_and_text
    (person,) = read(f"Geboren: {text}", facilities={}, today=TODAY).people
    assert person.findings[Part.BIRTH_DATE].value == day
