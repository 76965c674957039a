"""What a system manager is told of one problem, and how a municipality is numbered."""

import re
from dataclasses import dataclass

from regie.base.errors import NotValid


@dataclass(frozen=True)
class Problem:
    """What is wrong and how to mend it, in one line; what is unsafe keeps Regie from starting."""

    line: str
    unsafe: bool = False

    def __str__(self) -> str:
        return f"{'ONVEILIG' if self.unsafe else 'LET OP  '}  {self.line}"


def check_cbs_code(code: str) -> None:
    """Raises NotValid for what is no code of a municipality as Statistics Netherlands (CBS) writes it."""
    if not re.fullmatch(r"GM\d{4}", code):
        raise NotValid("Een CBS-code is GM met vier cijfers, bijvoorbeeld GM1883.", field="cbs_code")
