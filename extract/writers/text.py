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
_PLAIN = re.compile(r"\s*[+-]?(?:[0-9][0-9,. \u00a0\u202f]*|\.[0-9]+)\s*%?\s*|\s*(?:-|--|\+)\s*", re.ASCII)


def guard(text: str) -> str:
    """A cleaned text as a CSV cell: ``'`` before what a spreadsheet would run as a formula.

    >>> guard("=1+1"), guard(" +SUM(A1)"), guard("+£1.2m"), guard("-4.5%"), guard("--")
    ("'=1+1", "' +SUM(A1)", "'+£1.2m", '-4.5%', '--')
    """
    return f"'{text}" if _FORMULA.match(text) and not _PLAIN.fullmatch(text) else text


def one_line(text: str) -> str:
    r"""A text as part of one line: odd characters escaped as in JSON, so that it can't forge a line.

    Odd are controls, line separators, halves of pairs, invisible format marks (they reorder or hide
    what a terminal shows) and the backslash.

    >>> print(one_line("a\nb \u202e \x1b[31m £5"))
    a\nb \u202e \u001b[31m £5
    """
    if text.isascii() and text.isprintable() and "\\" not in text:
        return text
    return "".join(json.dumps(mark)[1:-1] if _is_odd(mark) else mark for mark in text)


def markdown_cell(text: str) -> str:
    """A text as a cell of a Markdown table, with no mark-up of its own.

    >>> markdown_cell("a|b <i> *c*")
    'a\\\\|b &lt;i&gt; \\\\*c\\\\*'
    """
    text = clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\`*_\[\]|~#!$])", r"\\\1", " ".join(text.split()))


def json_text(value: Mapping[str, Any]) -> str:
    r"""An object as JSON, its texts and keys cleaned, its dates as text.

    >>> json_text({"a": "b\x1b"}) == '{\n  "a": "b\ufffd"\n}\n'
    True
    """
    return json.dumps(_plain(value), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


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
