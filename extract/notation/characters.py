"""Characters that no output may hold, replaced.

In: any text, from a report or of a file's name. Out: text that UTF-8, CSV and a terminal's log can
hold. Out of scope: what the text means.
"""

from __future__ import annotations

import re

_LINE_ENDS = re.compile("\r\n|[\r\u0085\u2028\u2029]")
# C0 but TAB and LF; DEL and C1, which terminals obey alike (U+009B begins an escape code as ESC [ does);
# halves of UTF-16 pairs.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def clean(text: str) -> str:
    r"""Line ends as LF; control characters and lone surrogates as U+FFFD.

    >>> clean("a\r\nb\x1b[31m\u2028c")
    'a\nb\ufffd[31m\nc'
    """
    if text.isascii() and text.isprintable():
        return text
    return _UNPRINTABLE.sub("\ufffd", _LINE_ENDS.sub("\n", text))
