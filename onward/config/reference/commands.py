"""The command line, from its own parser."""

import argparse
from collections.abc import Iterator

from onward.config.reference.tables import table


def page(parser: argparse.ArgumentParser) -> str:
    """The page `commands.md`."""
    parts = "\n".join(_command(name, says, below) for name, says, below in _commands("onward", parser))
    return f"""# Commands

After `make demo` or `make test` the program is `.venv/bin/onward`. Exit codes: 0 done, 1 the input was judged invalid,
2 it could not run. Problems go to standard error as a sentence.

{parts}"""


def _command(name: str, says: str, parser: argparse.ArgumentParser) -> str:
    takes = [action for action in parser._actions if not isinstance(action, argparse._HelpAction)]
    rows = [[f"`{_written(action)}`", action.help or ""] for action in takes]
    return f"## {name}\n\n{says[:1].upper()}{says[1:]}.\n" + (
        f"\n{table(['takes', 'means'], rows)}" if rows else ""
    )


def _written(action: argparse.Action) -> str:
    option = action.option_strings[-1] if action.option_strings else ""
    return f"{option} {_value(action)}".strip()


def _value(action: argparse.Action) -> str:
    if action.nargs == 0:
        return ""
    if action.nargs == argparse.REMAINDER:
        return "…"
    return str(action.metavar or "|".join(action.choices or ()) or action.dest.upper())


def _commands(
    name: str, parser: argparse.ArgumentParser
) -> Iterator[tuple[str, str, argparse.ArgumentParser]]:
    """Every command that does something, in order; one that only holds others is passed over."""
    for holder in (action for action in parser._actions if isinstance(action, argparse._SubParsersAction)):
        says = {choice.dest: choice.help or "" for choice in holder._choices_actions}
        for word, below in holder.choices.items():
            deeper = list(_commands(f"{name} {word}", below))
            yield from deeper or [(f"{name} {word}", says.get(word, ""), below)]
