"""Write the pages of docs/ that come from the code: commands.md, rules.md and tables.md.

usage: generate.py [--check]

With ``--check`` nothing is written, and the exit code is 1 where a page is out of date.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from extract.cli import commands
from extract.rules import ALL_RULES, rule_reference
from schemas.column import Column
from schemas.columns import FOREIGN_KEYS, PRIMARY_KEYS, TABLE_COLUMNS, TABLE_MEANINGS

DOCS = Path(__file__).parent
WIDTH = 100


def commands_page() -> str:
    """What ``--help`` says, of the program and of every command."""
    program = _context(commands, "kpi-extract", None)
    helps = [("kpi-extract", commands.get_help(program))]
    for name, command in sorted(commands.commands.items()):
        helps.append((f"kpi-extract {name}", command.get_help(_context(command, name, program))))
    pages = "\n".join(f"## {name}\n\n```\n{text.rstrip()}\n```\n" for name, text in helps)
    return f"# Commands\n\nWritten by `docs/generate.py` from the commands' own help.\n\n{pages}"


def rules_page() -> str:
    """The reference of all rules."""
    listed = "\n".join(
        f"| {rule.code} | {rule.name} | {_first_line(rule.find.__doc__)} |" for rule in ALL_RULES
    )
    pages = "\n".join(rule_reference(rule.code).replace("\n## ", "\n### ") for rule in ALL_RULES)
    return (
        "# Rules\n\nWritten by `docs/generate.py` from the rules themselves.\n\n"
        f"| code | name | finds |\n|---|---|---|\n{listed}\n\n{pages}"
    )


def tables_page() -> str:
    """The reference of all columns."""
    parts = ["# Tables\n\nWritten by `docs/generate.py` from `schemas/columns.py`.\n"]
    for name, columns in TABLE_COLUMNS.items():
        rows = "\n".join(_row(column) for column in columns)
        keys = ", ".join(f"`{key}`" for key in PRIMARY_KEYS[name])
        links = ", ".join(f"`{link.column}` in `{link.table}`" for link in FOREIGN_KEYS[name])
        parts.append(
            f"## {name}\n\n{TABLE_MEANINGS[name]} Key: {keys}.{f' Refers to: {links}.' if links else ''}\n\n"
            f"| column | type | unit | empty | meaning |\n|---|---|---|---|---|\n{rows}\n"
        )
    return "\n".join(parts)


def _context(command: click.Command, name: str, parent: click.Context | None) -> click.Context:
    """As if ``--help`` had been asked for in a terminal of one width."""
    return command.make_context(name, [], parent, resilient_parsing=True, terminal_width=WIDTH)


def _first_line(docstring: str | None) -> str:
    return (docstring or "").strip().splitlines()[0]


def _row(column: Column) -> str:
    named = [f"`{value}`" for value in column.values if value]
    values = f" One of {', '.join(named)}." if named else ""
    may_be_empty = "no" if column.required else "yes"
    return f"| {column.name} | {column.type} | {column.unit} | {may_be_empty} | {column.meaning}{values} |"


PAGES = {"commands.md": commands_page, "rules.md": rules_page, "tables.md": tables_page}


def main(arguments: list[str]) -> int:
    """Write the pages, or compare them."""
    stale = []
    for name, write in PAGES.items():
        path, text = DOCS / name, write()
        if "--check" not in arguments:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
    if stale:
        sys.stderr.write(f"{', '.join(stale)}: out of date; run `python docs/generate.py`.\n")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
