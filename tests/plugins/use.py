"""Use the installed package and its commands on a folder of articles; run by several versions of Python."""

from __future__ import annotations

import io
import json
import os
import pickle
import shutil
import sys
from pathlib import Path

COMMANDS = (  # posts and out.* are in the folder of the work
    "--format zenn posts/speech.md",
    "--lang en --headline --keyphrases 3 posts",
    "batch posts -j 1 -o out.jsonl",
    "batch posts -j 1 -o out.db",
    "batch out.db --text sentences -j 1 --to csv",
    "batch posts nosuch",
    "inject posts",
    "inject --check posts",
    "inject --remove posts/essay.md",
    "inject --sentences 11 posts",
)


def used(articles: str, work: str) -> str:
    """Return the version of Python and all that the functions and commands answered, as JSON."""
    from youten import Options, summarize, summarize_many

    folder = Path(work)
    shutil.copytree(articles, folder / "posts")
    texts = [path.read_text("utf-8") for path in sorted((folder / "posts").iterdir())]
    options = Options(headline=True, keyphrases=5)
    summaries = [summarize(text, options=options) for text in texts]
    assert pickle.loads(pickle.dumps(summaries)) == summaries  # noqa: S301 - our own
    answers: list[object] = [summary.to_dict() for summary in summaries]
    answers.append([summary.to_dict() for summary in summarize_many(texts, jobs=1)])
    os.environ["FORCE_COLOR"] = "1"
    assert "\x1b" not in _ran("man", work)[1]  # the layout depends on the version
    answers += [[command, *_ran(command, work)] for command in COMMANDS]
    answers.append({path.name: path.read_text("utf-8") for path in sorted((folder / "posts").iterdir())})
    answers.append((folder / "out.jsonl").read_text("utf-8"))
    return json.dumps([sys.version_info[:2], json.dumps(answers).replace(work, "")])


def _ran(command: str, work: str) -> tuple[int, str, str]:
    from youten.cli import run

    out, err = io.StringIO(), io.StringIO()
    words = [f"{work}/{word}" if word.startswith(("posts", "out.")) else word for word in command.split()]
    code = run(words, io.BytesIO(), out, err)
    took = err.getvalue().rfind("。0:")  # the time of a batch
    return code, out.getvalue(), err.getvalue()[: took if took > 0 else None]


if __name__ == "__main__":
    print(used(*sys.argv[1:]))
