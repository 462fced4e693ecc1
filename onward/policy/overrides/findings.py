"""What is found about a council's changes to a form, as sentences with their place."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Finding:
    """One sentence about one line of a file. Where it `breaks` something the file is not used."""

    says: str
    line: int = 1
    breaks: bool = True
    file: str = ""

    def of(self, file: str) -> "Finding":
        return replace(self, file=file)

    def __str__(self) -> str:
        place = f"{self.file}, line {self.line}" if self.file else f"Line {self.line}"
        return f"{place}: {'' if self.breaks else 'think again: '}{self.says}"


class CannotApply(Exception):
    """One change does not fit the form; the message is a sentence that says why and what to do."""


def listed(names: object) -> str:
    """Names as a sentence shows them; the first twelve of many."""
    shown = [f"`{each}`" for each in names] if isinstance(names, list | tuple | set | frozenset) else []
    return ", ".join(sorted(shown)[:12]) + (" …" if len(shown) > 12 else "") or "none"
