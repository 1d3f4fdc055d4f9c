"""What somebody sees who checks a set of files against its commit record."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

RECORD = "datapackage.json"


def state_of(files: Mapping[str, bytes]) -> str:
    """``nothing``, ``unfinished``, ``torn`` or ``whole``.

    Args:
        files: Name and bytes of each file that is there.
    """
    if RECORD not in files:
        return "nothing"
    record = json.loads(files[RECORD])
    if record.get("unfinished"):
        return "unfinished"
    for resource in record["resources"]:
        data = files.get(resource["path"], b"")
        if resource["hash"] != f"sha256:{hashlib.sha256(data).hexdigest()}":
            return "torn"
    return "whole"
