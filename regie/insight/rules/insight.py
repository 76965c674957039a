"""All that is told of one year: to look at, and to account for."""

from dataclasses import dataclass

from regie.insight.rules.conditions import Measured
from regie.insight.rules.contact import ContactCount
from regie.insight.rules.guided import Flow
from regie.insight.rules.hiding import contact_shown, flow_shown, lines_shown, measured_shown, terms_shown
from regie.insight.rules.line import Line
from regie.insight.rules.terms import TermCount


@dataclass(frozen=True)
class Insight:
    """A year to look at: who came and went, contact, terms, and the basic conditions at each moment."""

    flow: Flow
    contact: ContactCount
    terms: TermCount
    measured: tuple[Measured, ...]

    def guarded(self, smallest: int) -> "Insight":
        """The same for who may see no name; of a year in which nobody was guided there is nobody to tell of."""
        if not self.flow.together:
            return self
        flow = flow_shown(self.flow, smallest)
        whole_told = flow.together is not None
        return Insight(
            flow,
            contact_shown(self.contact, smallest, whole_told=whole_told),
            terms_shown(self.terms, smallest),
            tuple(measured_shown(one, smallest, together=flow.together) for one in self.measured),
        )


@dataclass(frozen=True)
class YearlyAccount:
    """A year to account for: trajectories, and of those for each basic condition yes, no, not known and not asked."""

    flow: Flow
    lines: tuple[Line, ...]

    def guarded(self, smallest: int) -> "YearlyAccount":
        """The same for who may see no name; of a year in which nobody was guided there is nobody to tell of."""
        if not self.flow.together:
            return self
        flow = flow_shown(self.flow, smallest)
        return YearlyAccount(flow, lines_shown(self.lines, smallest, whole_told=flow.together is not None))
