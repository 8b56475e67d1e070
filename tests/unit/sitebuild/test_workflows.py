"""The workflows run only pinned code, with no more rights than each job needs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from sitebuild.paths import REQUIREMENTS, ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
USES = re.compile(r"uses:\s*(\S+)(.*)")
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_by_commit(path: Path) -> None:
    """Each has its version beside it; a checkout leaves no credentials."""
    text = path.read_text(encoding="utf-8")
    used = USES.findall(text)
    assert used
    assert [action for action, note in used if not PINNED.fullmatch(action) or "# v" not in note] == []
    assert text.count("actions/checkout@") == text.count("persist-credentials: false")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_rights_are_read_only_but_where_a_job_says_so(path: Path) -> None:
    """The default is reading; no job with more rights runs code from pull requests."""
    text = path.read_text(encoding="utf-8")
    assert re.search(r"^permissions:\n  contents: read\n(?! )", text, re.MULTILINE)
    assert "pull_request_target" not in text
    assert "secrets." not in text
    # What comes from outside gets into a script through the environment only.
    assert [line for line in re.findall(r"run: (.*)", text) if "${{" in line] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_what_may_write_installs_nothing(path: Path) -> None:
    """A job with rights to write runs neither tests nor a build: their packages come from elsewhere."""
    jobs = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]
    for name, job in jobs.items():
        if "write" in job.get("permissions", {}).values():
            commands = " ".join(step.get("run", "") for step in job["steps"])
            assert not re.search(r"build\.py (?!keep-releases|compare)|\bpip\b|\bnpm\b|apt-get", commands), (
                name
            )


@pytest.mark.parametrize("path", sorted(REQUIREMENTS.glob("*.txt")), ids=lambda path: path.name)
def test_python_packages_are_pinned_by_hash(path: Path) -> None:
    """Every requirement has a version and at least one hash, and no registry address."""
    text = path.read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-zA-Z0-9])", text)
    pins = [entry for entry in entries if re.match(r"[a-zA-Z0-9]", entry)]
    assert pins
    assert [entry.split()[0] for entry in pins if "==" not in entry or "--hash=sha256:" not in entry] == []
    assert "://" not in re.sub(r"#.*", "", text)


def test_npm_packages_are_pinned_by_hash() -> None:
    """Every package of the lock file has its integrity, and no address."""
    text = (ROOT / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in text
    assert text.count('"integrity": "sha512-') == text.count('"node_modules/')
