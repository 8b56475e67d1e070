"""Makes the site's bill of materials: every file with its hash and licence, every work that is in it.

Format: CycloneDX 1.6, https://cyclonedx.org/docs/1.6/json/. The same site gives the same bytes: there is no
time in it, and its serial number is computed from its contents. ``licenses`` has the reviewed list of works
and their files, ``pins.json`` the versions and hashes.
"""

from __future__ import annotations

import gzip
import json
import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from sitebuild import licenses, vendor

FILE = "sbom.cdx.json"  # in the site's root; the one file that it cannot name itself
# Property of a packed file: the hash of its contents, which a host or the service worker may have unpacked.
UNPACKED = "youten:sha256-unpacked"
NAMESPACE = uuid.UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")  # RFC 9562, for URLs


def _reference(component: licenses.Component) -> str:
    return f"work:{component['name']}"


def _licenses(expressions: Sequence[str]) -> list[dict[str, str]]:
    """Return one SPDX expression for all of them."""
    parts = sorted(set(expressions))
    if len(parts) == 1:
        return [{"expression": parts[0]}]
    return [{"expression": " AND ".join(f"({part})" if " " in part else part for part in parts)}]


def _origins() -> dict[str, tuple[str, str | None]]:
    """Return name of a work -> package URL and sha256 of the fetched file, from the pins."""
    pins = vendor.pins()
    npm = {name.lower(): (f"pkg:npm/{name}@{pin['version']}", None) for name, pin in pins["npm"].items()}
    wheels = {
        name.lower(): (f"pkg:pypi/{name.lower()}@{pin['version']}", pin["sha256"])
        for name, pin in pins["wheels"].items()
    }
    return npm | wheels


def _work(component: licenses.Component, origins: Mapping[str, tuple[str, str | None]]) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "type": "library",
        "bom-ref": _reference(component),
        "name": component["name"],
        "licenses": _licenses([component["license"]]),
    }
    if "version" in component:
        entry["version"] = component["version"]
    purl, digest = origins.get(component["name"].lower(), (None, None))
    if purl:
        entry["purl"] = purl
    if digest:
        entry["hashes"] = [{"alg": "SHA-256", "content": digest}]
    addresses = [("website", component.get("home")), ("vcs", component.get("source"))]
    references = [{"type": kind, "url": url} for kind, url in addresses if url]
    if references:
        entry["externalReferences"] = references
    return entry


def _file(path: str, data: bytes, covering: Sequence[licenses.Component]) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "type": "file",
        "bom-ref": f"file:{path}",
        "name": path,
        "hashes": [{"alg": "SHA-256", "content": vendor.sha256(data)}],
        "licenses": _licenses([component["license"] for component in covering]),
    }
    if path.endswith(".gz"):
        entry["properties"] = [{"name": UNPACKED, "value": vendor.sha256(gzip.decompress(data))}]
    return entry


def bill(files: Mapping[str, bytes]) -> bytes:
    """Return the bill of a site (path -> bytes); every file must be covered by a notice."""
    listed = licenses.components()
    covering = {path: [one for one in listed if licenses.covered_by(one, path)] for path in sorted(files)}
    own, *others = listed
    origins = _origins()
    body: dict[str, Any] = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": _work(own, origins) | {"type": "application"}},
        "components": [_work(component, origins) for component in others]
        + [_file(path, files[path], covering[path]) for path in covering],
        "dependencies": [
            {"ref": f"file:{path}", "dependsOn": [_reference(one) for one in works]}
            for path, works in covering.items()
        ],
    }
    serial = uuid.uuid5(NAMESPACE, json.dumps(body, sort_keys=True))
    whole = {"serialNumber": f"urn:uuid:{serial}", **body}
    return json.dumps(whole, indent=1, ensure_ascii=False).encode() + b"\n"
