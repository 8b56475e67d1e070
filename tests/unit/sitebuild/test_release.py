"""A script is inserted into a page unchanged, or refused."""

from __future__ import annotations

import pytest

from sitebuild import release
from sitebuild.embeds import integrity
from sitebuild.environment import SetupError

TEMPLATE = "<meta content=\"script-src '%X-INTEGRITY%'\"><script>%X%</script>"


def test_a_script_and_its_hash_are_put_in() -> None:
    """Each placeholder is replaced once; placeholders inside the script stay."""
    script = "console.log('要点 %X%');".encode()
    expected = TEMPLATE.replace("%X-INTEGRITY%", integrity(script)).replace("%X%", script.decode())
    assert release.with_script(TEMPLATE, "X", script) == expected


@pytest.mark.parametrize("text", ["</script>", "</SCRIPT", "<!--", "<script", "a\rb", "a\0b"])
def test_what_a_parser_would_read_otherwise_is_refused(text: str) -> None:
    """Refused: an end tag, a comment start, characters that a parser changes."""
    with pytest.raises(SetupError, match="in a script that stands in a page"):
        release.with_script(TEMPLATE, "X", f"'{text}'".encode())
