"""The finished site is complete, self-contained and reproducible."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from sitebuild import cache, steps
from sitebuild.archive import unzipped
from sitebuild.manifest import LATER, is_on_request
from sitebuild.paths import DIST, ROOT
from sitebuild.release import release_hash
from sitebuild.vendor import sha256


@pytest.fixture(scope="module")
def site() -> dict[str, bytes]:
    """Return path -> bytes of dist/, which the test command has just built."""
    return {str(path.relative_to(DIST)): path.read_bytes() for path in DIST.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def release(site: dict[str, bytes]) -> dict[str, bytes]:
    """Return the files of the release by their path in it."""
    folders = {path.split("/")[1] for path in site if path.startswith("r/")}
    assert len(folders) == 1
    base = f"r/{folders.pop()}/"
    return {path.removeprefix(base): data for path, data in site.items() if path.startswith(base)}


def test_two_builds_are_identical(site: dict[str, bytes], tmp_path: Path) -> None:
    """A build into another folder gives the same bytes; all steps but the slowest run again."""
    out, kept = tmp_path / "again", tmp_path / "cache"
    for step in ("dictionary", "documentation"):  # each has its own test that makes it again
        shutil.copytree(cache.folder() / step, kept / step)
    command = [sys.executable, ROOT / "build.py", "build", out]
    env = os.environ | {"YOUTEN_CACHE": str(kept)}
    subprocess.run(command, check=True, capture_output=True, env=env)
    again = {str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    assert again.keys() == site.keys()
    assert [path for path in site if site[path] != again[path]] == []


def test_release_is_named_by_its_contents(release: dict[str, bytes]) -> None:
    """Any changed byte gives another name."""
    changed = release | {"app.js": release["app.js"] + b" "}
    assert release_hash(release) != release_hash(changed)


def test_service_worker_knows_every_file_of_a_first_visit(site: dict[str, bytes]) -> None:
    """Its lists have the release, the parts that come later, and the pages, with their hashes."""
    script = site["sw.js"].decode()
    listed = dict(re.findall(r'\["([^"]+)","([0-9a-f]{64})"', script))
    expected = {
        path: sha256(data)
        for path, data in site.items()
        if path.startswith("r/") and (not is_on_request(path) or path.split("/", 2)[2].startswith(LATER))
    }
    pages = {name: sha256(site[name]) for name in ("check.html", "manifest.webmanifest")}
    assert listed == expected | pages | {"./": sha256(site["index.html"])}


def test_page_names_its_release(site: dict[str, bytes]) -> None:
    """No placeholder is left, and every address in the page exists."""
    page = site["index.html"].decode()
    assert "%RELEASE%" not in page
    addresses = re.findall(r'(?:src|href)="([^"#?]+)"', page)
    assert [address for address in addresses if address.startswith("r/") and address not in site] == []


def test_no_path_of_the_building_machine(site: dict[str, bytes]) -> None:
    """No file contains the folder in which the site was built."""
    needle = str(ROOT).encode()
    assert [path for path, data in site.items() if needle in data] == []
    packed = [gzip.decompress(data) for path, data in site.items() if path.endswith(".gz")]
    assert [data[:4] for data in packed if needle in data] == []


def test_lock_file_names_what_was_installed() -> None:
    """It has our two packages, pinned by hash, and no address."""
    packages = json.loads(steps.engine_files().lock.read_text(encoding="utf-8"))["packages"]
    assert sorted(packages) == ["janome", "youten"]
    for entry in packages.values():
        assert re.fullmatch(r"[0-9a-f]{64}", entry["sha256"])
        assert "/" not in entry["file_name"]


def test_packages_are_compiled_and_hold_no_dictionary_source(release: dict[str, bytes]) -> None:
    """The application archive has bytecode only, and none of Janome's data modules."""
    names = list(unzipped(gzip.decompress(release["app.zip.gz"])))
    assert [name for name in names if name.endswith(".py")] == []
    assert [name for name in names if name.startswith("janome/sysdic/")] == []
    assert "youten/browser.pyc" in names
    assert "janome/tokenizer.pyc" in names


def test_the_bill_of_materials_names_every_file(site: dict[str, bytes]) -> None:
    """Each file has its hash and a licence; only the bill itself is not listed."""
    entries = json.loads(site["sbom.cdx.json"])["components"]
    listed = {entry["name"]: entry for entry in entries if entry["type"] == "file"}
    assert listed.keys() == site.keys() - {"sbom.cdx.json"}
    hashes = {path: entry["hashes"][0]["content"] for path, entry in listed.items()}
    assert hashes == {path: sha256(site[path]) for path in listed}
    assert all(entry["licenses"][0]["expression"] for entry in listed.values())


def test_the_bill_of_materials_keeps_to_its_schema(site: dict[str, bytes]) -> None:
    """It is valid in CycloneDX's strict schema; a broken bill is not."""
    text = site["sbom.cdx.json"].decode()
    bill = json.loads(text)
    validator = JsonStrictValidator(SchemaVersion.from_version(bill["specVersion"]))
    assert list(validator.validate_str(text, all_errors=True) or []) == []
    bill["components"][0]["type"] = "thing"
    assert list(validator.validate_str(json.dumps(bill), all_errors=True) or []) != []


def test_the_list_of_releases_is_of_this_one(site: dict[str, bytes], release: dict[str, bytes]) -> None:
    """It lists everything that a later deployment keeps: all files but those for measurements."""
    (row,) = json.loads(site["releases.json"])["releases"]
    assert row["files"] == {
        path: sha256(data) for path, data in release.items() if not path.startswith("stock/")
    }
