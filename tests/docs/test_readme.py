"""The README's commands are the ones that exist, and print what it shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.docs.examples import README, ROOT, Example, examples, prepare, printed

TEXT = README.read_text(encoding="utf-8")
EXAMPLES = examples(TEXT)
RUN = [example for example in EXAMPLES if all(" youten " in command for command in example.commands)]
# Addresses on the repository's pages at GitHub, which are no files.
OF_THE_HOST = {"../../deployments/github-pages"}


def test_the_two_commands_come_first() -> None:
    """A newcomer's first block has serve and test and nothing else."""
    assert EXAMPLES[0].commands == ("python3 build.py serve", "python3 build.py test")


def test_every_example_is_run_or_is_one_of_the_two_commands() -> None:
    assert [example.commands for example in EXAMPLES if example not in RUN] == [EXAMPLES[0].commands] * 2
    assert len(RUN) >= 8


@pytest.mark.parametrize(
    "example", RUN, ids=lambda example: example.commands[-1].removeprefix("python3 build.py ")
)
def test_examples_print_what_is_shown(example: Example, tmp_path: Path) -> None:
    """To show what is printed today: PYTHONPATH=py python tests/docs/examples.py."""
    prepare(tmp_path)
    assert example.result is not None, "no printed result below the command"
    assert printed(example, tmp_path) == example.result
    assert len(example.result.strip()) > 10


@pytest.mark.parametrize("address", sorted(set(re.findall(r"\]\((?!http|#)([^)]+)\)", TEXT)) - OF_THE_HOST))
def test_links_lead_somewhere(address: str) -> None:
    """Every relative link of the README names a file."""
    assert (ROOT / address).exists()


@pytest.mark.parametrize("anchor", sorted(set(re.findall(r"\]\(#([^)]+)\)", TEXT))))
def test_anchors_are_headings(anchor: str) -> None:
    headings = re.findall(r"^#+ (.+)$", TEXT, re.MULTILINE)
    assert anchor in {heading.lower().replace(" ", "-") for heading in headings}
