"""The form of a fact of his plan: it knows whose it is, and gives what was told as one account."""

from datetime import date
from typing import Any, ClassVar

from regie.base.facts import CORRECTED_MEANWHILE, Fact
from regie.trajectories.models import Trajectory
from regie.ui.verb_form import VerbForm


class ToldForm(VerbForm):
    """Made for one young person on one day; `account` is what was told, `about` what no correction changes."""

    today: ClassVar[tuple[str, ...]] = ("happened_on",)  # the days that are today, until told otherwise

    def __init__(
        self, *args: Any, trajectory: Trajectory, on: date, fact: Fact | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.trajectory, self.on, self.fact = trajectory, on, fact

    def clean_seen(self) -> int | None:
        """What was withdrawn stands again only by who saw that it was withdrawn."""
        seen = super().clean_seen()
        if seen is None and self.fact is not None and self.fact.withdrawn:
            self.add_error(None, CORRECTED_MEANWHILE)
        return seen

    @property
    def account(self) -> Any:
        """What was told, as typed."""
        raise NotImplementedError

    @property
    def about(self) -> dict[str, Any]:
        """What it is about; only asked when it is told for the first time."""
        return {}

    @classmethod
    def first(cls, on: date) -> dict[str, Any]:
        """What stands in an empty form."""
        return dict.fromkeys(cls.today, f"{on:%d-%m-%Y}")

    @classmethod
    def again(cls, fact: Any) -> dict[str, Any]:
        """What stands in the form of a fact that is told better."""
        told = vars(fact.account).items()
        return {name: f"{value:%d-%m-%Y}" if isinstance(value, date) else value for name, value in told}
