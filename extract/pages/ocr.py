"""Words in a picture, such as the publisher's name in a logo.

In: a page as a file's bytes, and a box on it. Out: the lines that stand there. Needs the extra
``[ocr]`` (RapidOCR, whose models lie inside its wheel); without it no line is read. Out of scope:
whole scanned pages, which are reported as unread.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from extract.model import Box
from extract.pages.render import render_page

_SCALE = 150 / 72  # 150 dots an inch: as good as 200 on print of a logo's size
_SURE = 0.8  # of RapidOCR's own score
_SETTING = {
    "Global.use_cls": False,  # logos stand upright
    "Global.log_level": "error",
    "Global.max_side_len": 6000,  # the default of 2000 shrinks the picture
    "Det.limit_type": "max",
    "Det.limit_side_len": 1280,
    "Rec.rec_batch_num": 1,  # a line's reading doesn't depend on the lines beside it
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
}


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
    engine = _engine()
    if engine is None:
        return []
    drawn = render_page(data, page, _SCALE, password)
    crop = drawn.crop(tuple(int(v * _SCALE) for v in box.grown(2.0)))
    found = engine(np.ascontiguousarray(np.asarray(crop)[:, :, ::-1]))
    lines = zip(found.txts or (), found.scores or (), strict=True)
    return [" ".join(text.split()) for text, score in lines if score >= _SURE]


def _engine() -> Any:  # noqa: ANN401 (it ships no types)
    """RapidOCR with the models of its own wheel; None where it or they are missing."""
    try:
        import rapidocr  # noqa: PLC0415 (0.7 s, and few reports need it)
    except ImportError:
        return None
    if not any((Path(rapidocr.__file__).parent / "models").glob("*.onnx")):
        return None  # it would fetch them over the network
    return rapidocr.RapidOCR(params=_SETTING)
