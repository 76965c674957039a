"""What a system manager is told of one problem."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """What is wrong and how to mend it, in one line; what is unsafe keeps Regie from starting."""

    line: str
    unsafe: bool = False

    def __str__(self) -> str:
        return f"{'ONVEILIG' if self.unsafe else 'LET OP  '}  {self.line}"
