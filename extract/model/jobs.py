"""What is to be read, how, and what the reading has to say."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Options:
    """What may change the result of reading one report."""

    password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Job:
    """One report to audit.

    Attributes:
        path: Where its bytes lie.
        source: The path relative to what the user named, with ``/``.
        also_at: Other sources with the same bytes.
    """

    path: str
    source: str
    options: Options = Options()
    also_at: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """What the reading of a file has to say beside its pages.

    Attributes:
        page_count: All its pages, read or not.
        unread_pages: Pages that hold something we could not read as text.
        repaired: The file was damaged and read after a repair.
        text_layer: ``digital``, ``scanned`` or ``mixed``.
        producer, title, author: As the file declares them; often wrong.
        language: Likewise.
    """

    page_count: int
    unread_pages: tuple[int, ...] = ()
    repaired: bool = False
    text_layer: str = "digital"
    producer: str = ""
    title: str = ""
    author: str = ""
    language: str = ""
