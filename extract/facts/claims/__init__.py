"""Numeric claims in narrative: what sentences say of figures, and whether it adds up."""

from __future__ import annotations

from extract.facts.claims.reading import find_claims, read_claims

__all__ = ["find_claims", "read_claims"]
