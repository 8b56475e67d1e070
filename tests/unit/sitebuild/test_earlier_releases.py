"""The last releases stay on the site, whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.server import Server

from sitebuild import earlier_releases


def deploy(folder: Path, name: str, content: str) -> Path:
    """Return a site with one release of two files, as the build leaves it."""
    files = {"app.js": content.encode(), "part/a.js": b"a", "stock/big.whl": b"big"}
    for path, data in {f"r/{name}/{path}": data for path, data in files.items()}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    (folder / "index.html").write_text(name, encoding="utf-8")
    (folder / earlier_releases.LISTING).write_bytes(
        earlier_releases.listing([earlier_releases.release_of(name, files)])
    )
    return folder


def names(site: Path) -> list[str]:
    return [name for name, _ in earlier_releases.read_listing((site / earlier_releases.LISTING).read_bytes())]


@pytest.fixture
def fourth(tmp_path: Path) -> Path:
    """Return the fourth deployment of a site."""
    before = None
    for number in ("1", "2", "3", "4"):
        site = deploy(tmp_path / number, f"release{number}", number)
        if before is not None:
            earlier_releases.keep(site, earlier_releases.from_folder(before))
        before = site
    assert before is not None
    return before


def test_the_newest_three_stay(fourth: Path) -> None:
    """All their files but those for measurements stay; the page is the newest one's."""
    assert names(fourth) == ["release4", "release3", "release2"]
    assert sorted(path.name for path in (fourth / "r").iterdir()) == ["release2", "release3", "release4"]
    assert (fourth / "r/release2/app.js").read_text() == "2"
    assert (fourth / "r/release2/part/a.js").is_file()
    assert not (fourth / "r/release3/stock").exists()
    assert (fourth / "index.html").read_text() == "release4"


def test_the_same_release_again_changes_nothing(fourth: Path, tmp_path: Path) -> None:
    """A deployment without a change does not push out an earlier release."""
    again = deploy(tmp_path / "again", "release4", "4")
    earlier_releases.keep(again, earlier_releases.from_folder(fourth))
    assert names(again) == names(fourth)


@pytest.mark.parametrize("damage", [b"3 ", None], ids=["changed", "gone"])
def test_half_a_release_is_not_taken_over(fourth: Path, tmp_path: Path, damage: bytes | None) -> None:
    """If one file differs from the list, the release is left out and the next older one is kept."""
    file = fourth / "r/release3/app.js"
    file.unlink() if damage is None else file.write_bytes(damage)
    fifth = deploy(tmp_path / "5", "release5", "5")
    earlier_releases.keep(fifth, earlier_releases.from_folder(fourth))
    assert names(fifth) == ["release5", "release4", "release2"]
    assert not (fifth / "r/release3").exists()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="none: the first deploy"),
        pytest.param("<html>404</html>", id="no JSON"),
        pytest.param("[]", id="no object"),
        pytest.param('{"releases": [{"name": "x"}]}', id="no files"),
        pytest.param('{"releases": [{"name": "../x", "files": {"a": "b"}}]}', id="a name that leaves"),
        pytest.param('{"releases": [{"name": "x", "files": {"../../a": "b"}}]}', id="a path that leaves it"),
        pytest.param('{"releases": [{"name": "x", "files": {"/etc/passwd": "b"}}]}', id="an absolute path"),
    ],
)
def test_a_listing_that_makes_no_sense_is_no_listing(text: str) -> None:
    """Nothing is fetched or written."""
    assert earlier_releases.read_listing(text.encode()) == []


def test_from_the_address_where_it_is_published(fourth: Path, tmp_path: Path) -> None:
    """The site is read over HTTP; without a listing it is a first deployment."""
    fifth = deploy(tmp_path / "5", "release5", "5")
    with Server(fourth, prefix="/repo/") as server:
        kept = earlier_releases.keep(fifth, earlier_releases.from_address(server.url))
    assert kept == names(fifth) == ["release5", "release4", "release3"]
    assert json.loads((fifth / earlier_releases.LISTING).read_text())["releases"][1]["name"] == "release4"
    first = deploy(tmp_path / "first", "release1", "1")
    (fourth / earlier_releases.LISTING).unlink()
    with Server(fourth, prefix="/repo/") as server:
        assert earlier_releases.keep(first, earlier_releases.from_address(server.url)) == ["release1"]


def test_a_published_site_is_compared_with_the_build(tmp_path: Path) -> None:
    """Missing and changed files are named; what the host adds does not matter."""
    built, published = tmp_path / "built", tmp_path / "published"
    for folder in (built, published):
        (folder / "r").mkdir(parents=True)
        for name in ("index.html", "sw.js", "r/app.js"):
            (folder / name).write_text(name)
    (built / ".nojekyll").touch()
    (published / "extra.html").touch()
    fetch = earlier_releases.from_folder(published)
    assert earlier_releases.differing(built, fetch) == []
    (published / "sw.js").write_text("other")
    (published / "r" / "app.js").unlink()
    assert earlier_releases.differing(built, fetch) == ["r/app.js", "sw.js"]
