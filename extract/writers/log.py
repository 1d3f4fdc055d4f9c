"""The log of the program's own faults, on stderr: it quotes reports, so its lines are made safe too.

Out of scope: what is logged, and messages for users (``streams``).
"""

from __future__ import annotations

import logging

from extract.writers.text import log_line


class _Lines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return "\n".join(map(log_line, super().format(record).split("\n")))


def log_plainly() -> None:
    """Have this process escape what it logs, where nobody has set up another log."""
    if logging.lastResort is not None:
        logging.lastResort.setFormatter(_Lines())
