"""A frame that does not come: each cause is told soon, with what may help, or is got round."""

from __future__ import annotations

import shutil

from tests.e2e.conftest import ARTICLE
from tests.e2e.embed.conftest import article_html
from tests.server import Server

# Tells the page around it how the box of this page ends.
TELL = """<script>
addEventListener("message", async () => {
    const box = document.querySelector("youten-box");
    await customElements.whenDefined("youten-box");
    const note = box.shadowRoot.querySelector("[part=note]");
    const notes = new Set();
    new MutationObserver(() => notes.add(note.textContent)).observe(note, { childList: true });
    const answer = await box.summarize().then(({ sentences }) => sentences.length, ({ code }) => code);
    parent.postMessage([name, answer, box.shadowRoot.querySelector(".button").hidden, [...notes]], "*");
});
</script>"""
RUN = """() => new Promise((resolve) => {
    const answers = {};
    addEventListener("message", ({ data: [name, ...answer] }) => {
        answers[name] = answer;
        if (Object.keys(answers).length === frames.length) resolve(answers);
    });
    for (let index = 0; index < frames.length; index += 1) frames[index].postMessage("go", "*");
})"""
SANDBOX = 'sandbox="allow-scripts"'
# Whether the browser has frames for pages with COEP.
CREDENTIALLESS = "() => 'credentialless' in HTMLIFrameElement.prototype"
# Page -> what it says of the box: sentences, or the code of the error.
EXPECTED = {
    "missing": "refused",  # a 404
    "gone": "refused",  # as with a frame that an extension stops
    "sandboxed": "refused",
    "isolated": "refused",  # COEP, in a browser without credentialless frames
    "blocked": "blocked",
    "watched": 3,  # a policy that only reports
}


def pages(host, gone):
    """Write a page for each cause, and one that holds them all; return that one's address."""
    elsewhere = {"missing": host.server, "gone": gone}
    for name in EXPECTED:
        head = host.script() + TELL
        if name in elsewhere:
            head = f'<script src="{elsewhere[name].url}{name}/embed/x/box.js"></script>{TELL}'
            script = elsewhere[name].folder / name / "embed" / "x" / "box.js"
            script.parent.mkdir(parents=True)
            shutil.copy(host.site.folder / "embed" / "latest" / "box.js", script)
        if name == "blocked":
            head = f"<meta http-equiv='Content-Security-Policy' content=\"frame-src 'none'\">{head}"
        host.page(
            f"<article><youten-box></youten-box>{article_html(ARTICLE)}</article>",
            head=head,
            name=f"{name}.html",
        )
    host.server.headers = {
        "/isolated.html": {"Cross-Origin-Embedder-Policy": "require-corp"},
        "/watched.html": {"Content-Security-Policy-Report-Only": "frame-src 'none'"},
    }
    frames = [
        f'<iframe name="{name}" src="{name}.html" {SANDBOX * (name == "sandboxed")}></iframe>'
        for name in EXPECTED
    ]
    return host.page("".join(frames), head="")


def test_a_frame_that_does_not_come(tab, host, tmp_path):
    """Within seconds, and with a button to try again."""
    with Server(tmp_path / "gone", host="localhost") as gone:
        tab.goto(pages(host, gone))
    expected = EXPECTED | ({"isolated": 3} if tab.evaluate(CREDENTIALLESS) else {})
    found = tab.evaluate(RUN)
    assert {name: answer for name, (answer, *_) in found.items()} == expected
    assert {name for name, (_, hidden, _) in found.items() if hidden} == {
        name for name, answer in expected.items() if answer == 3
    }
    # After five seconds the reader already knows what may be the matter.
    assert any("拡張機能" in note for note in found["gone"][2])
