"""Sparse term vectors and their cosine.

A vector is a mapping from term to weight (unitless, > 0); absent terms have weight 0. Cosines are rounded, so
that differences in the last bit between C libraries have no effect. Source: Salton and McGill, Introduction
to Modern Information Retrieval (1983), the vector space model.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import fsum, sqrt

DIGITS = 12  # decimals that survive rounding; C libraries differ near the 16th


def vector(terms: Iterable[str]) -> dict[str, float]:
    """Count the terms: term -> occurrences."""
    counts: dict[str, float] = {}
    for key in terms:
        counts[key] = counts.get(key, 0.0) + 1.0
    return counts


def norm(v: Mapping[str, float]) -> float:
    """Return the Euclidean length of a vector."""
    return sqrt(fsum(weight * weight for weight in v.values()))


def centroid(vectors: Iterable[Mapping[str, float]]) -> dict[str, float]:
    """Add the vectors, each scaled to length 1: term -> weight. The length of a centroid is not used."""
    total: dict[str, float] = {}
    for v in vectors:
        length = norm(v)
        for key, weight in v.items():
            total[key] = total.get(key, 0.0) + weight / length
    return total


def dot(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Return the inner product; the work is that of the smaller vector."""
    if len(b) < len(a):
        a, b = b, a
    return fsum(weight * b[key] for key, weight in a.items() if key in b)


def cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Return the cosine of two vectors, 0..1; 0 if they have no term in common."""
    product = dot(a, b)
    return round(product / (norm(a) * norm(b)), DIGITS) if product else 0.0
