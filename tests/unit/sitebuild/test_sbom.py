"""The bill of materials names every file with hash and licence, and is reproducible."""

from __future__ import annotations

import json

from sitebuild import sbom
from sitebuild.vendor import sha256

SITE = {"index.html": b"<p>", "r/0/engine.js": b"0", "r/0/pyodide.asm.wasm": b"\0asm"}


def files(bill: bytes) -> dict[str, dict[str, object]]:
    return {one["name"]: one for one in json.loads(bill)["components"] if one["type"] == "file"}


def test_every_file_has_its_hash_and_its_licences() -> None:
    """A bundle of several works has the terms of all of them."""
    listed = files(sbom.bill(SITE))
    assert listed.keys() == SITE.keys()
    for path, data in SITE.items():
        assert listed[path]["hashes"] == [{"alg": "SHA-256", "content": sha256(data)}]
    assert listed["index.html"]["licenses"] == [{"expression": "Apache-2.0"}]
    assert "Apache-2.0 AND" in str(listed["r/0/engine.js"]["licenses"])
    assert "MPL-2.0" in str(listed["r/0/engine.js"]["licenses"])


def test_what_depends_on_what_is_all_there() -> None:
    """Every reference has an entry; packages name their registry and hash."""
    bill = json.loads(sbom.bill(SITE))
    entries = [bill["metadata"]["component"], *bill["components"]]
    references = {entry["bom-ref"] for entry in entries}
    assert len(references) == len(entries)
    for dependency in bill["dependencies"]:
        assert {dependency["ref"], *dependency["dependsOn"]} <= references
    (janome,) = [entry for entry in entries if entry["name"] == "Janome"]
    assert janome["purl"] == f"pkg:pypi/janome@{janome['version']}"
    assert len(janome["hashes"][0]["content"]) == 64


def test_the_same_site_gives_the_same_bytes() -> None:
    """The order of files does not matter; another site has another serial number."""
    assert sbom.bill(SITE) == sbom.bill(dict(reversed(SITE.items())))
    numbers = {json.loads(sbom.bill(site))["serialNumber"] for site in (SITE, SITE | {"index.html": b"<b>"})}
    assert len(numbers) == 2
