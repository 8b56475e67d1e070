"""Makes the wheels that go into the browser: youten without its dictionary, Janome without its data.

The dictionary travels as a file of its own, so that it downloads while the interpreter compiles; Janome's
data modules (118 MB of Python literals) are what the packed dictionary replaces. The code of both is
untouched.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from sitebuild import vendor
from sitebuild.archive import slim_wheel
from sitebuild.environment import python, run
from sitebuild.paths import WORK

# Only for a terminal: the page neither parses arguments nor shows this.
COMMAND_LINE_ONLY = (
    "youten/cli.py",
    "youten/__main__.py",
    "youten/arguments.py",
    "youten/batch/",
    "youten/documents/",
    "youten/inject/",
    "youten/plugins/",
)


def youten_wheel() -> Path:
    """Build the installable wheel, dictionary inside, with the project's own build back end."""
    out = WORK / "dist-wheel"
    shutil.rmtree(out, ignore_errors=True)
    env = {"SOURCE_DATE_EPOCH": "315532800"}
    run(python(), "-m", "hatchling", "build", "--target", "wheel", "--directory", out, env=env, quiet=True)
    return next(out.glob("*.whl"))


def for_browser(youten: Path) -> list[Path]:
    """Return the two slim wheels, youten's and Janome's."""
    target = WORK / "browser-wheels"
    shutil.rmtree(target, ignore_errors=True)

    def keep_youten(name: str) -> bool:
        return not name.startswith(("youten/morphology/data/", *COMMAND_LINE_ONLY))

    def keep_janome(name: str) -> bool:
        return not name.startswith("janome/sysdic/") and ".data/scripts/" not in name

    return [
        slim_wheel(youten, keep_youten, "1browser", target),
        slim_wheel(vendor.wheel("Janome"), keep_janome, "1slim", target),
    ]
