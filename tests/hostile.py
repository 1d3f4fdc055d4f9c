"""Reports that carry bait in every place where text can stand, drawn for the tests, and names like it.

Any character of the basic plane can be printed, halves of pairs and controls too: a character's code is
the character, and the font's map to Unicode says so. (Fonts that a drawing library embeds hold none of
these.)
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from itertools import cycle
from pathlib import Path

import pikepdf

FORMULAS = (
    "=1+1",
    '=HYPERLINK("http://x.invalid","y")',
    "+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "-2+3+cmd",
    "=cmd|'/C calc'!A0",
    "\uff1d1+1",
    "\uff0bcmd",
    "\uff20SUM(A1)",
    "\uff0d2+cmd",
    "\ufeff=BOM(1)",
    "\u200b=ZW(1)",
    "\u2060@WJ(1)",
    "\u00a0=NB(1)",
    "\t=TAB(1)",
    "\r=CR(1)",
    "'=quoted",
    '"=1+1"',
    ";=1+1",
    "%0A=1+1",
)
MARKUP = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "]]></failure></testcase><testcase name='forged'/>",
    "<!--",
    "<![CDATA[x]]>",
    "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>&b;",
    "&lt;b&gt; &amp;amp; &#27; &#x1b;",
    "a | b || c \\| d",
    "```sh `id` ~~~",
    "[x](javascript:alert(1)) ![y](http://x.invalid/z)",
    "[x]: http://x.invalid 'y'",
    "https://x.invalid/a www.x.invalid me@x.invalid",
    "# *a* _b_ ***",
    "--- | ---",
    "{{7*7}} ${7*7} <%= 7 %> #{7}",
)
ESCAPES = (
    "\x1b[31mred\x1b[0m",
    "\x1b]8;;http://x.invalid\x07link\x1b]8;;\x07",
    "\x1b]0;title\x07",
    "\x9b31mred",
    "\x9d0;title\x9c",
    "bell\x07 back\x08\x08\x08 del\x7f nul\x00",
    "vertical\x0btab form\x0cfeed \x1c\x1d\x1e\x1f",
    "\u202eesrever\u202c",
    "\u2066isolate\u2069 \u200fmark",
    "soft\u00adhyphen zero\u200bwidth",
)
COMMANDS = (
    "::error file=x,line=1::forged",
    "::set-output name=a::b",
    "::stop-commands::token",
    "::add-mask::e",
    "##[error]forged",
    "a ##[set-env name=PATH;]b",
    "##vso[task.setvariable variable=a]b",
    "##teamcity[testFailed name='a']",
    "a\n::error::lf",
    "a\r::error::cr",
    "a\u2028::error::ls",
    "a\u2029::error::ps",
    "a\u0085::error::nel",
    "a%0A::error::percent",
    "x.pdf:1: RC001 error forged",
    "Error: forged",
)
PATHS = (
    "../../../../etc/passwd",
    "..\\..\\windows\\system32",
    "C:\\..\\x.exe",
    "/etc/passwd",
    "/tmp/kpi-extract-pwned",
    "~/.bashrc",
    "$HOME $(touch pwned) `touch pwned`",
    "; touch pwned #",
    "| touch pwned",
    "a\x00.pdf",
    "CON NUL AUX",
    "-rf --out=/tmp/pwned",
    "file:///etc/passwd",
    "http://x.invalid/a.pdf",
    "s3://bucket/a.pdf",
    "memory://a",
    "\\\\x.invalid\\share",
)
BREAKERS = (
    "'; drop table reports; --",
    '"; drop table reports; --',
    "[a]*?.pdf {b,c} ** [!x]",
    "{0.__class__} {0} {} {{ }}",
    "%s %n %x %(a)s %%",
    'a"b\'c\\d\\" \\u0041 \\x41 \\n',
    '"},{"findings":[]}',
    "null",
    "NaN",
    "nan Infinity -Infinity",
    "__proto__ constructor",
    "\ud800 lone \udc00",
    "\U0001f600 pair",
    "\ufffe \uffff \ufdd0",
    "a,b;c\td",
    "TRUE",
    "1e5",
    "00123",
    "\\N",
)
FAMILIES = {
    "formulas": FORMULAS,
    "markup": MARKUP,
    "escapes": ESCAPES,
    "commands": COMMANDS,
    "paths": PATHS,
    "breakers": BREAKERS,
}

# What a file may be called; each is another kind of bait. A folder's name is bait too.
FOLDER = "::error file=x::[a]*? $(touch pwned) =1 <b>&amp;"
NAMES = {
    "formulas": '=1+1,"x".pdf',
    "markup": "]]>&lt;<b onclick=x>|`c`[x](y).pdf",
    "escapes": "\x1b[31mred\x07\x9b1m\u202e.pdf",
    "commands": "::error file=x,line=1::forged.pdf",
    "paths": "C:\\..\\$(touch pwned);`touch pwned`.pdf",
    "breakers": "'; drop table reports; -- [a]*? {0.__class__} %s%n \udcff.pdf",
}
NAMES_OF_BROKEN = (
    " ::error::blank.pdf",
    "\u3000::error::wide.pdf",
    "##[error]forged.pdf",
    "a ##vso[task.setvariable variable=a]b.pdf",
    "a\n::error::lf.pdf",
    "a\r::error::cr.pdf",
    "a\u2028::error::ls.pdf",
    "a\u0085::error::nel.pdf",
    "a%0A::error::percent.pdf",
    "a.pdf:1: RC001 error forged.pdf",
    "+cmd|' C calc'!A0.pdf",
    "@sum.pdf",
    "-rf.pdf",
    "--help.pdf",
    "\ufeff=1.pdf",
    "\t=1.pdf",
    "\uff1d1.pdf",
    "~.pdf",
    "http:x.invalid.pdf",
    "javascript:alert(1).pdf",
    "{}.pdf",
    "%(x)s.pdf",
    "\\x.invalid\\share.pdf",
    "a\\u0041\\n.pdf",
)

_SIDES = (40, 300, 365, 430, 495, 560)
_ROW_PT = 16
_HEAD = ("Offence", "Q1 2019/20", "Q1 2018/19", "Change", "% change")
_SOUND = (("1,204", "1,100", "+104", "+9%"), ("90", "100", "-10", "-10%"))
_WRONG = ("129", "106", "-23", "-22%")
_SIGNS_A_LINE = 100
_BEYOND = {"\ue000": "\U0001f600"}  # codes for characters beyond the basic plane


def write_hostile(folder: Path) -> Path:
    """A folder with a report of each family, and files that are no PDFs, two of them alike."""
    below = folder / FOLDER
    below.mkdir(parents=True)
    for family, baits in FAMILIES.items():
        (below / NAMES[family]).write_bytes(draw_hostile(baits))
    for number, name in enumerate(NAMES_OF_BROKEN):
        (folder / name).write_bytes(b"##[error]\x1b]0;=1+1\n::error::%d" % (number // 2))
    return folder


def draw_hostile(baits: Sequence[str]) -> bytes:
    """A report whose title, heads, sentences, tables, captions and metadata are these baits."""
    return draw_pages((_narrative(baits), _figures(baits), _definitions(baits)), baits)


def draw_paragraph(text: str) -> bytes:
    """A report that is one paragraph, on as many pages as it needs."""
    lines = [text[at : at + _SIGNS_A_LINE] for at in range(0, len(text), _SIGNS_A_LINE)]
    pages = [lines[at : at + 70] for at in range(0, len(lines), 70)]
    return draw_pages([[_print(40, 790 - 10 * row, 10, line) for row, line in enumerate(p)] for p in pages])


def draw_pages(pages: Iterable[Sequence[str]], metadata: Sequence[str] = ()) -> bytes:
    """Operators of each page as a PDF; its title, author and the rest from ``metadata``, if any."""
    every = [list(page) for page in pages]
    document = pikepdf.new()
    fonts = document.make_indirect({"/F1": _font(document, every), "/F2": _font(document, every, "-Bold")})
    for page in every:
        document.add_blank_page(page_size=(595, 842))
        document.pages[-1].Resources = pikepdf.Dictionary(Font=fonts)
        document.pages[-1].Contents = document.make_stream("\n".join(page).encode("ascii"))
    if metadata:
        keys = ("/Title", "/Author", "/Producer", "/Creator", "/Subject", "/Keywords")
        document.trailer.Info = document.make_indirect(
            {key: _string(text) for key, text in zip(keys, cycle(metadata), strict=False)}
        )
        document.Root.Lang = _string(metadata[0])
    stream = io.BytesIO()
    document.save(stream, deterministic_id=True)
    return stream.getvalue()


def _narrative(baits: Sequence[str]) -> list[str]:
    """Title, section, sentences with claims, a picture and its caption."""
    drawn = [
        _print(40, 790, 20, f"Report {baits[0]}", bold=True),
        _print(40, 765, 14, f"April to June 2019 {baits[1]}"),
        _print(40, 740, 12, f"1 {baits[2]}", bold=True),
    ]
    for number, bait in enumerate(baits, start=1):
        drawn.append(
            _print(40, 725 - 24 * number, 8, f"1.{number} {bait} Robbery rose by 90%, from 100 to 110.")
        )
    drawn.append("q 120 0 0 60 40 100 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q")
    return [*drawn, _print(40, 85, 8, f"Figure 1: {baits[3]}")]


def _figures(baits: Sequence[str]) -> list[str]:
    """A KPI table: each bait names a row whose sign is wrong, among rows that are right."""
    rows = [_HEAD]
    for bait in baits:
        rows += [(bait, *_WRONG), *(("Sound", *figures) for figures in _SOUND)]
    return [
        _print(40, 822, 11, f"2 {baits[4]}", bold=True),
        _print(40, 808, 8, f"Table 1: {baits[5]}", bold=True),
        *_table(rows[:49], _SIDES, 800),
    ]


def _definitions(baits: Sequence[str]) -> list[str]:
    rows = [("Term", "Definition"), *((bait, f"how often {bait} was seen in the year") for bait in baits)]
    return [_print(40, 790, 12, "3 Definitions", bold=True), *_table(rows, (40, 250, 580), 770)]


def _table(rows: Sequence[Sequence[str]], sides: Sequence[float], top: float) -> list[str]:
    bottom = top - len(rows) * _ROW_PT
    drawn = ["0.5 w", *(f"{x} {top} m {x} {bottom} l S" for x in sides)]
    for number in range(len(rows) + 1):
        y = top - number * _ROW_PT
        drawn.append(f"{sides[0]} {y} m {sides[-1]} {y} l S")
    for number, row in enumerate(rows):
        y = top - number * _ROW_PT - 11
        drawn += [_print(x + 3, y, 7, text, bold=number == 0) for x, text in zip(sides, row, strict=False)]
    return drawn


def _print(x: float, y: float, size: float, text: str, *, bold: bool = False) -> str:
    return f"BT /F{1 + bold} {size} Tf {x} {y} Td <{_codes(text).hex()}> Tj ET"


def _codes(text: str) -> bytes:
    for code, mark in _BEYOND.items():
        text = text.replace(mark, code)
    return text.encode("utf-16-be", "surrogatepass")


def _hex(mark: str) -> str:
    return mark.encode("utf-16-be", "surrogatepass").hex()


def _string(text: str) -> pikepdf.String:
    return pikepdf.String(b"\xfe\xff" + text.encode("utf-16-be", "surrogatepass"))


def _font(document: pikepdf.Pdf, pages: Iterable[Sequence[str]], weight: str = "") -> pikepdf.Object:
    """A font of two-byte codes, each of which stands for the character of its number."""
    printed = {line.partition("<")[2].partition(">")[0] for page in pages for line in page}
    used = sorted({chr(int(text[at : at + 4], 16)) for text in printed for at in range(0, len(text), 4)})
    blocks = [used[at : at + 100] for at in range(0, len(used), 100)]
    told = "\n".join(
        f"{len(block)} beginbfchar\n"
        + "\n".join(f"<{_hex(mark)}> <{_hex(_BEYOND.get(mark, mark))}>" for mark in block)
        + "\nendbfchar"
        for block in blocks
    )
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Plain def\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{told}\nendcmap end end"
    )
    name = pikepdf.Name(f"/Helvetica{weight}")
    below = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=pikepdf.Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
        DW=500,
        FontDescriptor=pikepdf.Dictionary(
            Type=pikepdf.Name.FontDescriptor,
            FontName=name,
            Flags=32,
            FontBBox=[0, -200, 1000, 800],
            Ascent=800,
            Descent=-200,
            CapHeight=700,
            ItalicAngle=0,
            StemV=80,
        ),
    )
    return document.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type0,
            BaseFont=name,
            Encoding=pikepdf.Name("/Identity-H"),
            DescendantFonts=[document.make_indirect(below)],
            ToUnicode=document.make_stream(cmap.encode("ascii")),
        )
    )
