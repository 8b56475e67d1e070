"""Asks the engine to summarise a hostile text, and checks the properties that every answer must have."""

from __future__ import annotations

import json
from typing import Any

from youten.bridge import Bridge

Answer = dict[str, Any]
OPTIONS = {"sentences": 3, "keyphrases": 3, "headline": True, "lang": "ja"}


def request(text: str) -> str:
    """Return the request as JSON text."""
    return json.dumps({"action": "summarize", "text": text, "options": OPTIONS})


def answer(reply: str) -> Answer:
    """Return a reply without its times and job number, which differ between runs."""
    parsed: Answer = json.loads(reply)
    parsed.pop("phases", None)
    parsed.pop("job", None)
    return parsed


def ask(bridge: Bridge, text: str) -> Answer:
    """Return the answer of this Python."""
    return answer(bridge.handle(request(text)))


def units(text: str) -> list[str]:
    """Return the UTF-16 code units of a text, as JavaScript indexes it."""
    data = text.encode("utf-16-le", "surrogatepass")
    return [data[at : at + 2].decode("utf-16-le", "surrogatepass") for at in range(0, len(data), 2)]


def _joined(parts: list[str]) -> str:
    return "".join(parts).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def wrong(text: str, given: Answer) -> list[str]:
    """Return the violated properties: offsets, order, and each sentence being a subsequence of the text."""
    if not given["ok"]:
        return [f"error {given['error']['code']}"]
    found = []
    source, last = units(text), 0
    for sentence in given["summary"]["sentences"]:
        start, end, segments = sentence["start"], sentence["end"], sentence["segments"]
        if not 0 <= last <= start < end <= len(source):
            found.append(f"{start}..{end} after {last} of {len(source)}")
        last = end
        flat = [place for segment in segments for place in segment]
        if not flat or flat != sorted(flat) or not start <= flat[0] <= flat[-1] <= end:
            found.append(f"segments {segments} of {start}..{end}")
        if sentence["text"] != _joined([unit for a, b in segments for unit in source[a:b]]):
            found.append(f"text {sentence['text'][:40]!r} is not what stands at {segments}")
    roles = given["summary"]["roles"]
    return found + [f"role {role}" for role in roles if not 0 <= role["start"] <= role["end"] <= len(source)]
