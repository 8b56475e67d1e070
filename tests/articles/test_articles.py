"""Golden pages: each folder has a paste (``page.txt``) and its expected reading (``roles.tsv``).

All people, places and companies in the pages are invented. After a change of the reading rules run
``PYTHONPATH=py python tests/articles/test_articles.py`` from the top folder. It rewrites every ``roles.tsv``,
and the diff is reviewed. A line is role, paragraph, text; ⏎ stands for a newline inside the text.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from youten.model import Article
from youten.reading import read

HERE = Path(__file__).parent
FOLDERS = sorted(path.parent for path in HERE.glob("*/page.txt"))


def as_table(article: Article) -> str:
    """Return an article as the lines of ``roles.tsv``, the title first."""
    rows = [f"title\t\t{article.title}"]
    rows += [f"{s.role}\t{s.paragraph}\t{s.text.replace(chr(10), '⏎')}" for s in article.sentences]
    return "\n".join(rows) + "\n"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_page_is_read_as_reviewed(folder: Path) -> None:
    """Title, roles and sentences of a page are the reviewed ones."""
    page = (folder / "page.txt").read_text(encoding="utf-8")
    assert (folder / "roles.tsv").read_text(encoding="utf-8") == as_table(read(page))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_given_title_does_not_change_the_body(folder: Path) -> None:
    """The body is the same whether the caller gives the headline or not."""
    page = (folder / "page.txt").read_text(encoding="utf-8")
    found = read(page)
    given = read(page, found.title)
    assert _body(found) == _body(given)
    assert given.title == found.title


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_pages_are_as_long_as_articles(folder: Path) -> None:
    """The pages are usable as samples: 500 to 2,500 characters."""
    assert 500 <= len((folder / "page.txt").read_text(encoding="utf-8")) <= 2500


def _body(article: Article) -> list[str]:
    return [sentence.text for sentence in article.sentences if sentence.role == "body"]


def main() -> None:
    """Rewrite every ``roles.tsv``."""
    for folder in FOLDERS:
        page = (folder / "page.txt").read_text(encoding="utf-8")
        (folder / "roles.tsv").write_text(as_table(read(page)), encoding="utf-8", newline="\n")
        print(f"{folder.name}/roles.tsv")


if __name__ == "__main__":
    main()
