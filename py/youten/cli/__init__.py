"""The command line: ``youten FILE`` summarises one article, ``youten batch`` and ``youten inject`` many.

Each subcommand is a module; ``arguments`` has their common options. ``pipeline``, ``batch`` and ``inject`` do
the work.
"""

from youten.cli.main import main, run

__all__ = ["main", "run"]
