"""The command line: ``youten FILE`` summarises one article, ``youten batch`` and ``youten inject`` many.

Each subcommand is a module; ``arguments`` has what they share. Leaves the work to ``pipeline``, ``batch`` and
``inject``.
"""

from youten.cli.main import main, run

__all__ = ["main", "run"]
