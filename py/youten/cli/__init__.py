"""The command line: ``youten FILE…``, ``youten batch`` for archives, ``youten inject`` for sites.

Each subcommand is a module; ``arguments`` has their common options. ``pipeline``, ``batch`` and ``inject`` do
the work.
"""

from youten.cli.main import main, run

__all__ = ["main", "run"]
