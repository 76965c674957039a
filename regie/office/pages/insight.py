"""Inzicht: the story of one young person first, and then the numbers of a year."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse

from regie.accounts.models import Municipality
from regie.clocks.enums import Verdict
from regie.figures.rules import OF_FEW
from regie.insight.enums import Sight
from regie.insight.rules import ContactCount, Flow, Insight, Line, Measured, TermCount, Year
from regie.office.pages.insight_words import (
    NO_APPROACH,
    TITLE,
    called,
    lead,
    nobody,
    notes,
    number,
    numbers,
    told_or_said,
    total,
    until,
)
from regie.office.pages.plan_parts import Table
from regie.programme.models import Voice
from regie.programme.rules import paragraphs
from regie.ui.parts import Action, Cell
from regie.ui.words import capital

NO_STORY = (
    "Er is nog geen verhaal dat mag worden verteld. De programmamanager kan er een schrijven, bij Programma. "
    "De jongere moet het goedvinden. Een officier of coördinator legt dat vast."
)
ANSWERS = ("Ja", "Nee", "Niet bekend", "Niet gevraagd")


@dataclass(frozen=True)
class YearLink:
    """A year to look at; `here` is the one that stands on the page."""

    label: str
    url: str
    here: bool


@dataclass(frozen=True)
class Story:
    """What one young person went through, with the page of the programme on which it stands; or that there is none."""

    words: tuple[str, ...]
    url: str = ""
    place: str = ""


@dataclass(frozen=True)
class NumberBlock:
    """Numbers about one thing: what to know of them, the tables, and one that is folded because it is long."""

    title: str
    lines: tuple[str, ...]
    tables: tuple[Table, ...] = ()
    folded: tuple[Table, ...] = ()

    @classmethod
    def of(cls, title: str, lines: Sequence[str], tables: Sequence[Table]) -> "NumberBlock":
        """What is told, and one sentence for each table in which everything is hidden."""
        said, told = told_or_said(tables)
        return cls(title, (*lines, *said), told)


@dataclass(frozen=True)
class InsightPage:
    """A year of one municipality, for who looks."""

    title: str
    lead: str
    notes: tuple[str, ...]
    years: tuple[YearLink, ...]
    story: Story
    blocks: tuple[NumberBlock, ...]
    actions: tuple[Action, ...] = ()


def insight_page(
    place: Municipality,
    year: Year,
    told: Insight | None,
    story: Voice | None,
    *,
    sight: Sight,
    years: Sequence[int],
) -> InsightPage:
    """The page; no query. `told` None is that no approach says how few is too few to show."""
    account = Action(
        f"Jaarverantwoording {year.number}", account_url(place, year.number), "list-check", "secondary"
    )
    return InsightPage(
        title=f"{TITLE}: {called(place, year)}",
        lead=lead(sight),
        notes=notes(sight, year),
        years=tuple(YearLink(str(one), _url(place, one), one == year.number) for one in years),
        story=_story(story),
        blocks=tuple(_blocks(told, sight, year)),
        actions=(account,) if told else (),
    )


def account_url(place: Municipality, year: int, name: str = "yearly_account") -> str:
    """Where the account of a year stands, or its file."""
    return reverse(f"office:{name}", args=[year], query={"gemeente": place.cbs_code})


def _url(place: Municipality, year: int) -> str:
    return reverse("office:insight", query={"gemeente": place.cbs_code, "jaar": year})


def _story(told: Voice | None) -> Story:
    if told is None:
        return Story((NO_STORY,))
    plan = told.intervention
    return Story(paragraphs(told.words), reverse("office:plan", args=[plan.ref]), plan.name)


def _blocks(told: Insight | None, sight: Sight, year: Year) -> Iterator[NumberBlock]:
    """In the order in which they are read; of a year with nobody one sentence."""
    if told is None or told.flow.together == 0:
        yield NumberBlock("Cijfers", (nobody(sight, year) if told else NO_APPROACH,))
        return
    yield _flow(told.flow, year)
    yield _contact(told.contact, told.flow.together)
    yield _terms(told.terms, sight)
    yield _conditions(told.measured, year)


def flow_table(flow: Flow, year: Year) -> Table:
    """Who came and went; both sides add up to the last line."""
    end = "Begeleid op 31 december" if year.is_over else f"Begeleid op {until(year)}"
    again = (
        f"Van hen werd{'' if flow.again == 1 else 'en'} {flow.again} eerder ook al begeleid."
        if flow.again
        else ""
    )
    rows = (
        (Cell("Begeleid aan het begin van het jaar"), number(flow.before)),
        (Cell("Begonnen in dit jaar"), number(flow.begun, again)),
        (Cell("Gestopt in dit jaar"), number(flow.stopped)),
        (Cell(end), number(flow.after)),
        (Cell("Samen: in dit jaar begeleid"), number(flow.together)),
    )
    return Table("Wie erbij kwam en wie stopte", ("Begeleiding", "Jongeren"), rows)


def _flow(flow: Flow, year: Year) -> NumberBlock:
    line = (
        "Elke jongere telt één keer. Wie stopte en in hetzelfde jaar weer begon, telt niet als gestopt. "
        "De eerste twee aantallen zijn samen evenveel als de twee daarna."
    )
    tables = [flow_table(flow, year)]
    if flow.reasons:
        rows = tuple((Cell(line.title), number(line.numbers[0])) for line in flow.reasons)
        tables.append(Table("Waarom het stopte", ("Reden", "Jongeren"), rows))
    return NumberBlock.of("Begeleiding", (line,), tables)


def _contact(contact: ContactCount, together: int | None) -> NumberBlock:
    made, tried, none = contact.people
    people = (
        (Cell("Contact met hem"), number(made)),
        (Cell("Alleen een poging"), number(tried)),
        (Cell("Geen contact vastgelegd", more="Dat is iets anders dan: er was geen contact."), number(none)),
        (Cell("Samen: in dit jaar begeleid"), number(together)),
    )
    of = (
        f"Bij {contact.tried_with} jongere{'' if contact.tried_with == 1 else 'n'}."
        if contact.tried_with
        else ""
    )
    times = (
        (Cell("Contact met hem"), number(contact.made)),
        (Cell("Een poging die nog niet lukte"), number(contact.tried, of)),
    )
    return NumberBlock.of(
        "Contact",
        ("Contact met hem zelf. Contact met een partner telt hier niet mee.",),
        (
            Table("Met hoeveel jongeren", ("Vastgelegd in dit jaar", "Jongeren"), people),
            Table("Hoe vaak", ("Vastgelegd in dit jaar", "Keer"), times),
        ),
    )


def _terms(terms: TermCount, sight: Sight) -> NumberBlock:
    columns = ("Termijn", *(capital(str(verdict.label)) for verdict in Verdict), "Samen")
    together, *by_rule = (
        (Cell(title), *numbers(counts), *numbers([total(counts)]))
        for title, counts in (
            ("Alle termijnen", terms.all),
            *((line.title, line.numbers) for line in terms.rules),
        )
    )
    said, told = told_or_said([Table("Hoe het ging met termijnen", columns, (together,))])
    folded = (Table("Hoe het ging, per soort termijn", columns, tuple(by_rule)),) if by_rule else ()
    return NumberBlock("Termijnen", (*_said_of_terms(terms, sight), *said), told, folded)


def _said_of_terms(terms: TermCount, sight: Sight) -> Iterator[str]:
    if terms.on_time:
        met, asked = terms.on_time
        yield (
            f"Op tijd: {met} van {asked} termijnen. Die {asked} moesten gedaan worden, en hun dag is voorbij. "
            "Ook wat niet te zeggen is, telt daarin mee."
        )
    if terms.share and sight is Sight.WHOLE:
        low, high = (f"{round(limit * 100)}%" for limit in (terms.share.low, terms.share.high))
        yield (
            f"Het aandeel ligt tussen {low} en {high} (exact 95%-interval). "
            "Een klein verschil met een ander jaar kan dus toeval zijn."
        )
    yield (
        "Hier staan alleen termijnen die Regie in dit jaar naging. "
        "Een termijn gaat over wat er te doen was, niet over een jongere."
    )
    if sight is Sight.GUARDED:
        yield "Per soort termijn staat hier niets: dat gaat te vaak over weinig mensen."


def _conditions(measured: Sequence[Measured], year: Year) -> NumberBlock:
    lines = (
        "Van wie dit jaar zo’n moment had. Ook wie niet gevraagd is, telt mee. "
        "Bij binnenkomst: wie dit jaar binnenkwam. Bij de andere momenten: wie op die dag begeleid werd.",
    )
    said = tuple(_no_table(one, year) for one in measured if not one.people or not one.lines)
    tables = tuple(_measured_table(one) for one in measured if one.people and one.lines)
    return NumberBlock.of("Basisvoorwaarden", (*lines, *said), tables)


def _no_table(one: Measured, year: Year) -> str:
    label = one.moment.label
    if one.people is None:
        return f"{label}: {OF_FEW}."
    if one.people:
        return f"{label}: {one.people} jongeren. In de aanpak staan geen basisvoorwaarden."
    return f"{label}: dit moment viel bij niemand in {year.number}."


def conditions_table(caption: str, answers: Sequence[str], lines: Sequence[Line]) -> Table:
    """For each basic condition how many have which answer."""
    rows = tuple((Cell(line.title), *numbers(line.numbers)) for line in lines)
    return Table(caption, ("Basisvoorwaarde", *answers), rows)


def _measured_table(one: Measured) -> Table:
    many = "jongere" if one.people == 1 else "jongeren"
    return conditions_table(f"{one.moment.label}, {one.people} {many}", ANSWERS, one.lines)
