"""Examples of goals with their steps, as a layer writes them."""

from collections.abc import Mapping
from typing import Any

from regie.approach.enums import StepActor, StepCounted
from regie.approach.rules.approach import Entry, GoalTemplate, StepTemplate
from regie.approach.rules.counting import read_text, read_word
from regie.approach.rules.wrong import Wrong

OF_A_TEMPLATE = ("domain", "outside_only", "steps")
OF_A_STEP = {"words", "actor", "weeks", "counted"}
MOST_WEEKS, LONGEST = 104, {"title": 200, "words": 300}  # as his plan keeps them


def read_template(code: Any, said: Any, entry: Entry) -> GoalTemplate:
    """The example that was written; raises Wrong."""
    words = said if isinstance(said, Mapping) else {}
    domain, outside, steps = (words.get(key) for key in OF_A_TEMPLATE)
    if not isinstance(outside, bool | None):
        raise Wrong(f"{code}: outside_only: schrijf true of false")
    if not isinstance(steps, list) or not steps:
        raise Wrong(f"{code}: steps: schrijf minstens één stap")
    if len(entry.title) > LONGEST["title"]:
        raise Wrong(f"{code}: de titel is te lang; houd hem onder {LONGEST['title']} tekens")
    return GoalTemplate(
        entry.code,
        entry.title,
        entry.text,
        read_text(domain, f"{code}: domain") if domain is not None else "",
        bool(outside),
        tuple(_step(one, f"{code}: stap {number}") for number, one in enumerate(steps, start=1)),
    )


def without_steps(said: Any) -> Any:
    """What is left of an example without what only an example can say."""
    if not isinstance(said, Mapping):
        return said
    return {key: word for key, word in said.items() if key not in OF_A_TEMPLATE}


def _step(said: Any, where: str) -> StepTemplate:
    told = {"words": said} if isinstance(said, str) else said
    if not isinstance(told, Mapping) or set(told) - OF_A_STEP:
        raise Wrong(f"{where}: schrijf {', '.join(sorted(OF_A_STEP))}")
    words = read_text(told.get("words"), f"{where}: words")
    if len(words) > LONGEST["words"]:
        raise Wrong(f"{where}: te lang; houd hem onder {LONGEST['words']} tekens")
    actor = read_word(StepActor, told.get("actor", StepActor.UNKNOWN.value), f"{where}: actor")
    return StepTemplate(words, actor, *_due(told, where))


def _due(told: Mapping[str, Any], where: str) -> tuple[int | None, str]:
    if ("weeks" in told) != ("counted" in told):
        raise Wrong(f"{where}: schrijf weeks en counted allebei, of geen van beide")
    if "weeks" not in told:
        return None, ""
    weeks = told["weeks"]
    if isinstance(weeks, bool) or not isinstance(weeks, int) or not 0 <= weeks <= MOST_WEEKS:
        raise Wrong(f"{where}: weeks: schrijf een heel getal van 0 tot en met {MOST_WEEKS}")
    return weeks, read_word(StepCounted, told["counted"], f"{where}: counted").value
