"""The features of a sentence in its article: names, each with a number.

A feature's name is ``part:detail``; details that depend on the kind of text have it after ``|``. ``weights``
has the weights, ``traits`` and ``voice`` the features of a single sentence. Source: centrality after Radev et
al., Centroid-based summarization (2004); the title after Edmundson, New Methods in Automatic Extracting
(1969); functions of a sentence, from editors' notes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from youten.model import AnalyzedArticle, Sentence
from youten.ranking.candidates import is_complete
from youten.ranking.form import form
from youten.ranking.leaning import points_back
from youten.ranking.similarity import centroid, cosine, dot, norm, vector
from youten.ranking.terms import content_terms
from youten.ranking.traits import base
from youten.ranking.voice import LEANING_VOICES, biography

Vector = Mapping[str, float]
Features = dict[str, float]  # name -> value

SIGNATURE = 3  # sentences at the end of a text that may be about its author
NEAR_START = 8  # sentences that later ones may repeat; more would make the work grow with the square
_CONCLUSION = re.compile("まとめ|結論|おわりに|終わりに|所感|感想|最後に")
_PLACES = (0.05, 0.15, 0.3, 0.5, 0.7, 0.85, 0.95)
_LENGTHS = (12, 20, 30, 40, 55, 70, 90, 120, 160)


def steps(value: float, edges: Sequence[float]) -> int:
    """Return how many of the edges a value reaches."""
    return sum(value >= edge for edge in edges)


def features(analyzed: AnalyzedArticle, chosen: Sequence[int]) -> list[Features]:
    """Return the features of the chosen sentences (indexes into the article's, in document order)."""
    sentences = [analyzed.article.sentences[i] for i in chosen]
    kind = form([s.text for s in sentences])
    found: list[Features] = [{} for _ in chosen]
    _places(found, sentences, kind)
    _sections(found, analyzed.article.sentences, chosen)
    _contents(found, analyzed, chosen, kind)
    for place, (index, row) in enumerate(zip(chosen, found, strict=True)):
        _alone(row, analyzed, index, place, len(chosen), kind)
    return found


def _places(found: list[Features], sentences: Sequence[Sentence], kind: str) -> None:
    count = len(sentences)
    for i, (row, s) in enumerate(zip(found, sentences, strict=True)):
        names = [
            f"position:{min(i, 6)}",
            f"position:{min(i, 6)}|{kind}",
            f"position:part {steps(i / count, _PLACES)}|{kind}",
        ]
        if i >= count - 3:
            names.append(f"position:end {count - i}|{kind}")
        first = not i or sentences[i - 1].paragraph != s.paragraph
        last = i + 1 == count or sentences[i + 1].paragraph != s.paragraph
        if first or last:
            names.append(f"position:paragraph {first} {last}|{kind}")
        size = steps(len(s.text), _LENGTHS)
        names += [f"length:{size}", f"length:{size}|{kind}"]
        if not is_complete(s.text):
            names += ["length:fragment", f"length:fragment|{kind}"]
        row.update(dict.fromkeys(names, 1.0))


def _sections(found: list[Features], sentences: Sequence[Sentence], chosen: Sequence[int]) -> None:
    """Add features of the subheads before a sentence."""
    heads: dict[int, str] = {}
    current = ""
    for i, s in enumerate(sentences):
        if s.role == "subhead":
            current = s.text
        heads[i] = current
    for row, i in zip(found, chosen, strict=True):
        if i and sentences[i - 1].role == "subhead":
            row["position:below subhead"] = 1.0
        if _CONCLUSION.search(heads[i]):
            row["position:conclusion"] = 1.0


def _contents(found: list[Features], analyzed: AnalyzedArticle, chosen: Sequence[int], kind: str) -> None:
    """Add how a sentence's terms relate to the whole, the headline, the first sentence and earlier ones."""
    vectors = [analyzed.profiles[i].terms for i in chosen]
    texts = [analyzed.article.sentences[i].text for i in chosen]
    title = vector(content_terms(analyzed.title))
    near = centrality(vectors, centroid(v for v in vectors if v))
    lead = next((i for i, t in enumerate(texts) if is_complete(t)), 0)
    counts: dict[str, int] = {}
    for v in vectors:
        for term in v:
            counts[term] = counts.get(term, 0) + 1
    seen: set[str] = set()
    for i, (row, v) in enumerate(zip(found, vectors, strict=True)):
        covered, alike = share(title, v), cosine(v, title)
        row.update(
            {
                "centrality:value": near[i],
                f"centrality:value|{kind}": near[i],
                f"centrality:{steps(near[i], (0.2, 0.4, 0.6, 0.8, 0.99))}": 1.0,
                "title:share": covered,
                f"title:share|{kind}": covered,
                "title:cosine": alike,
                f"title:share {steps(covered, (0.01, 0.2, 0.35, 0.5, 0.7))}": 1.0,
                f"title:cosine {steps(alike, (0.01, 0.15, 0.3, 0.45, 0.6))}": 1.0,
            }
        )
        if i != lead:
            likeness = cosine(v, vectors[lead])
            row["lead:cosine"], row["lead:share"] = likeness, share(vectors[lead], v)
            row[f"lead:cosine {steps(likeness, (0.01, 0.1, 0.2, 0.35, 0.5))}"] = 1.0
        repeats = max((cosine(v, vectors[j]) for j in range(min(i, NEAR_START))), default=0.0)
        row["repeats:cosine"] = repeats
        row[f"repeats:{steps(repeats, (0.01, 0.15, 0.3, 0.45, 0.6))}"] = 1.0
        size = len(v) or 1
        row["repeats:new"] = sum(term not in seen for term in v) / size
        row["centrality:shared"] = sum(counts[term] > 1 for term in v) / size
        seen.update(v)
        for term in v:
            row[f"word:{term}"] = 1.0


def share(of: Vector, v: Vector) -> float:
    """Return the share of one vector's terms that another holds, 0..1."""
    return sum(term in v for term in of) / len(of) if of else 0.0


def centrality(vectors: Sequence[Vector], center: Vector) -> list[float]:
    """Return nearness to the topic of the whole text: the cosine to its centroid, the nearest having 1."""
    # The centroid's own length, which is the work of the whole text, cancels out.
    nearness = [dot(v, center) / norm(v) if v else 0.0 for v in vectors]
    highest = max(nearness, default=0.0)
    return [value / highest if highest else 0.0 for value in nearness]


def _alone(row: Features, analyzed: AnalyzedArticle, index: int, place: int, count: int, kind: str) -> None:
    """Add features of the sentence alone, and what it needs from others."""
    profile, text = analyzed.profiles[index], analyzed.article.sentences[index].text
    for trait in profile.traits:
        row[trait] = 1.0
        if trait.startswith(("deed", "frame", "ending")):
            row[f"{trait}|{kind}"] = 1.0
    for name, value in profile.voices.items():
        if place or name not in LEANING_VOICES:  # nothing stands before the first sentence
            row[f"voice:{name}"] = value
    if biography(text) and place >= max(3, count - SIGNATURE):
        row["voice:biography"] = 1.0
    if points_back(text):
        row["voice:points back"] = 1.0
    _subject(row, analyzed, index, kind)


def _subject(row: Features, analyzed: AnalyzedArticle, index: int, kind: str) -> None:
    morphemes = analyzed.morphemes[index]
    at = next(
        (i for i, m in enumerate(morphemes) if m.surface in ("は", "が") and m.pos.startswith("助詞")), 0
    )
    if not at:
        row["subject:none"] = row[f"subject:none|{kind}"] = 1.0
        return
    noun = morphemes[at - 1]
    row[f"subject:{morphemes[at].surface}"] = 1.0
    if any(base(noun) == base(m) for m in analyzed.title):
        row["subject:in title"] = 1.0
    if noun.pos.startswith("名詞,固有名詞"):
        row["subject:name"] = 1.0
