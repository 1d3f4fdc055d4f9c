"""Text from a report made safe for where it is printed: data, never instructions.

Pure functions: for a CSV cell, for one line of a terminal or a log, for a Markdown cell, for JSON.
Out of scope: layout, and characters that no output may hold (``notation.characters``).
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Any

from extract.notation.characters import clean

_BLANKS = r"[\s\ufeff\u200b-\u200d\u2060]*"
# A spreadsheet runs a cell that starts with one of these, plain or full-width.
_FORMULA = re.compile(rf"{_BLANKS}[=@+\-\uff1d\uff20\uff0b\uff0d]|[\t\r]")
# Possessive, so that a sign before a thousand spaces costs no more than it is long.
_PLAIN = re.compile(r"\s*+(?:[+-]?+(?:[0-9][0-9,. \u00a0\u202f]*+|\.[0-9]++)\s*+%?+|-|--|\+)\s*+", re.ASCII)
# What logs of build servers run: "::" where a line begins, "##[" and "##vso[" anywhere.
_COMMAND = re.compile(r"\A(\s*):(?=:)")
_MARKUP = re.compile(r"[\\`*_\[\]|~#!$]|:(?=//)|(?<=www)\.", re.IGNORECASE)


def guard(text: str) -> str:
    """A cleaned text as a CSV cell: ``'`` before what a spreadsheet would run as a formula.

    >>> guard("=1+1"), guard(" +SUM(A1)"), guard("+£1.2m"), guard("-4.5%"), guard("--")
    ("'=1+1", "' +SUM(A1)", "'+£1.2m", '-4.5%', '--')
    """
    return f"'{text}" if _FORMULA.match(text) and not _PLAIN.fullmatch(text) else text


def one_line(text: str) -> str:
    r"""A text as part of one line: odd characters escaped as in JSON, so that it can't forge a line.

    Odd are controls, line separators, halves of pairs, invisible format marks (they reorder or hide
    what a terminal shows), the backslash, and the second of two ``##`` (build servers run ``##[error]``).

    >>> print(one_line("a\nb \u202e \x1b[31m £5 ##[error]"))
    a\nb \u202e \u001b[31m £5 #\u0023[error]
    """
    if not text.isascii() or not text.isprintable() or "\\" in text:
        text = "".join(json.dumps(mark)[1:-1] if _is_odd(mark) else mark for mark in text)
    return _part_hashes(text)


def log_line(text: str) -> str:
    r"""A text as a whole line of a log: as ``one_line``, and it begins with no command of GitHub Actions.

    >>> print(log_line("::error::x.pdf:1: a::b"))
    \u003a:error::x.pdf:1: a::b
    """
    return _COMMAND.sub(r"\1\\u003a", one_line(text))


def markdown_cell(text: str) -> str:
    """A text as a cell of a Markdown table, with no mark-up of its own; an address is no link.

    >>> markdown_cell("a|b <i> *c* http://d")
    'a\\\\|b &lt;i&gt; \\\\*c\\\\* http\\\\://d'
    """
    text = clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MARKUP.sub(r"\\\g<0>", " ".join(text.split()))


def json_text(value: Mapping[str, Any]) -> str:
    r"""An object as JSON, its texts and keys cleaned, its dates as text.

    >>> json_text({"a": "b\x1b"}) == '{\n  "a": "b\ufffd"\n}\n'
    True
    """
    return _dump(value, indent=2)


def json_line(value: Mapping[str, Any]) -> str:
    r"""The same on one line.

    >>> print(json_line({"a": "##[error]b"}), end="")
    {"a": "#\u0023[error]b"}
    """
    return _dump(value, indent=None)


def _dump(value: Mapping[str, Any], indent: int | None) -> str:
    """``##`` stands in texts alone, where an escape means the same; a log's reader sees no command."""
    return _part_hashes(json.dumps(_plain(value), ensure_ascii=False, indent=indent, allow_nan=False)) + "\n"


def _part_hashes(text: str) -> str:
    return text.replace("##", "#\\u0023")


def _plain(value: Any) -> Any:  # noqa: ANN401  whatever JSON can hold
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Mapping):
        return {clean(key): _plain(item) for key, item in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    return [_plain(item) for item in value] if isinstance(value, list | tuple) else value


def _is_odd(mark: str) -> bool:
    return mark == "\\" or unicodedata.category(mark) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
