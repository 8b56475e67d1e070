"""Every way in which a page's policy can be loose is reported."""

from __future__ import annotations

import pytest

from sitebuild.checks import policy
from sitebuild.embeds import integrity

STRICT = "default-src 'none'; script-src 'self'; base-uri 'none'; form-action 'none'; {more}"
TRUSTED = "require-trusted-types-for 'script'; trusted-types youten"


def page(policy_text: str, head: str = "", before: str = "") -> str:
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy_text}">'
    return f"<!doctype html><html><head>{before}{meta}{head}</head><body><p>x</p></body></html>"


SCRIPT = '<script src="a.js"></script>'


@pytest.mark.parametrize(
    ("html", "word"),
    [
        pytest.param("<p>", "0 policies", id="none"),
        pytest.param(page("") + page(""), "2 policies", id="two"),
        pytest.param(page("script-src 'self'"), "default-src is not 'none'", id="open by default"),
        pytest.param(page(STRICT.format(more="connect-src *")), "connect-src *", id="any server"),
        pytest.param(
            page(STRICT.format(more="connect-src https:")), "connect-src https:", id="any secure server"
        ),
        pytest.param(
            page(STRICT.format(more="connect-src https://a.example")), "https://a.example", id="a server"
        ),
        pytest.param(
            page(STRICT.format(more="style-src 'unsafe-inline'")), "unsafe-inline", id="inline styles"
        ),
        pytest.param(
            page(STRICT.replace("'self'", "'unsafe-eval'").format(more="")),
            "unsafe-eval",
            id="strings as code",
        ),
        pytest.param(page(STRICT.replace("'self'", "blob:").format(more="")), "script-src blob:", id="blobs"),
        pytest.param(
            page(STRICT.format(more=""), SCRIPT), "require-trusted-types-for", id="no trusted types"
        ),
        pytest.param(
            page(STRICT.format(more=TRUSTED), "<script>x</script>"), "inline <script> without", id="script"
        ),
        pytest.param(page(STRICT.format(more=TRUSTED), "<style>p{}</style>"), "inline <style>", id="style"),
        pytest.param(page(STRICT.format(more=TRUSTED), '<p onclick="x">'), "inline onclick", id="handler"),
        pytest.param(
            page(STRICT.format(more=TRUSTED), '<a href="javascript:x">'), "javascript", id="address"
        ),
        pytest.param(page(STRICT.format(more=TRUSTED), "", SCRIPT), "before the policy", id="too late"),
        pytest.param(
            page(STRICT.format(more=""), '<meta http-equiv="refresh" content="0;url=x">'),
            "refresh",
            id="refresh",
        ),
    ],
)
def test_each_looseness_is_named(html: str, word: str) -> None:
    assert any(word in fault for fault in policy.faults("index.html", html)), policy.faults(
        "index.html", html
    )


def test_a_strict_page_passes() -> None:
    """A script by its hash and a block of data are allowed."""
    strict = STRICT.replace("'self'", "'self' 'sha384-abc='").format(more=TRUSTED)
    assert (
        policy.faults("x.html", page(strict, SCRIPT + '<script type="application/ld+json">{}</script>')) == []
    )


def test_a_script_inside_is_one_whose_hash_the_policy_names() -> None:
    """The hash must match exactly, or a browser would not run the script."""
    script = "document.title = '要点';"
    strict = STRICT.replace("'self'", f"'{integrity(script.encode())}'").format(more=TRUSTED)
    assert policy.faults("x.html", page(strict, f"<script>{script}</script>")) == []
    faults = policy.faults("x.html", page(strict, f"<script>{script} </script>"))
    assert faults == ["x.html: inline <script> without its hash"]


def test_an_exception_holds_for_its_page_only() -> None:
    """Only the engine's frame may run WebAssembly. Every exception has a reason."""
    loose = page(STRICT.replace("'self'", "'wasm-unsafe-eval'").format(more=TRUSTED))
    assert policy.faults("r/0123/engine.html", loose) == []
    assert policy.faults("index.html", loose) == ["index.html: script-src 'wasm-unsafe-eval'"]
    assert all(policy.EXCEPTIONS.values())


def test_the_documentation_needs_no_trusted_types_and_all_else() -> None:
    """Its theme writes markup. Inline scripts need their hash there too, and nothing may be unsafe."""
    rules = "default-src 'none'; script-src 'self'{}; base-uri 'none'; form-action 'none'"
    named = rules.format(f" '{integrity(b'x')}'")
    assert policy.faults("docs/guides/index.html", page(named, "<script>x</script>")) == []
    assert policy.faults("index.html", page(named, "<script>x</script>")) != []
    for html in (
        page(rules.format(""), "<script>x</script>"),
        page(rules.format(" 'unsafe-inline'"), "<script>x</script>"),
        page(f"{named}; style-src 'unsafe-inline'"),
        page(f"{named}; connect-src *"),
    ):
        assert policy.faults("docs/index.html", html) != []
