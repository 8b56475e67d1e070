"""The learned weights of the features: name -> thousandths of a grade.

``data/README.md`` has their data, licence and figures.
"""

from __future__ import annotations

from collections.abc import Mapping

from youten.learned import path, table

FILE = path(__file__)
UNIT = 0.001  # of a grade


def weights() -> Mapping[str, int]:
    """Return the weights; features without a weight count nothing."""
    return table(__file__)
