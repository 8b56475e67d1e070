"""Inject: write the AI要約 box into the files of a site.

``inject_markdown`` and ``inject_html`` are functions from text to edits; ``inject_file`` adds bytes,
encodings and the disk. The command line and the plugins for site generators all call these.
"""

from youten.inject.model import Edit, Outcome, Settings, apply

__all__ = ["Edit", "Outcome", "Settings", "apply"]
