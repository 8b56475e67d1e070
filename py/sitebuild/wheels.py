"""Makes the wheels that go into the browser: youten without its dictionary, Janome without its data.

The dictionary is a separate file, so that it downloads while the interpreter compiles. The packed dictionary
replaces Janome's data modules (118 MB of Python literals). The code of both is unchanged.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from sitebuild import cache, vendor
from sitebuild.archive import slim_wheel
from sitebuild.environment import python, run
from sitebuild.paths import PY, REQUIREMENTS, ROOT

# Only for a terminal: the page neither parses arguments nor shows this.
COMMAND_LINE_ONLY = (
    "youten/_vendor/",
    "youten/__main__.py",
    "youten/cli/",
    "youten/batch/",
    "youten/documents/",
    "youten/inject/",
    "youten/many.py",
    "youten/plugins/",
)


def _about() -> list[Path]:
    """Return the files besides the package that the installable wheel is made from."""
    pyproject = ROOT / "pyproject.toml"
    values = tomllib.loads(pyproject.read_text(encoding="utf-8"))
    project, added = values["project"], values["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    return [pyproject, *(ROOT / name for name in (project["readme"], *project["license-files"], *added))]


def youten_wheel() -> Path:
    """Build the installable wheel with the dictionary, using the project's build back end."""

    def make(out: Path) -> None:
        command = (python(), "-m", "hatchling", "build", "--target", "wheel", "--directory", out)
        run(*command, env={"SOURCE_DATE_EPOCH": "315532800"}, quiet=True)

    return next(
        cache.step("wheel", [PY / "youten", *_about(), REQUIREMENTS / "build.txt"], make).glob("*.whl")
    )


def for_browser(youten: Path) -> list[Path]:
    """Return the two slim wheels, youten's and Janome's."""
    janome = vendor.wheel("Janome")

    def keep_youten(name: str) -> bool:
        return not name.startswith(("youten/morphology/data/", *COMMAND_LINE_ONLY))

    def keep_janome(name: str) -> bool:
        return not name.startswith("janome/sysdic/") and ".data/scripts/" not in name

    def make(out: Path) -> None:
        slim_wheel(youten, keep_youten, "1browser", out)
        slim_wheel(janome, keep_janome, "1slim", out)

    made = cache.step("browser-wheels", [youten, janome], make)
    return [next(made.glob(f"{name}-*.whl")) for name in ("youten", "Janome")]
