"""The options of a summary and the ranges they may have."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

from youten.messages import message
from youten.model import Form, YoutenError

MOST_SENTENCES = 10
MOST_KEYPHRASES = 20
LONGEST_FOCUS = 100  # characters
LONGEST_SHOWN = 40  # characters of a value in an error
FORMS: tuple[Form, ...] = get_args(Form)


class Options(NamedTuple):
    """The options of a summary."""

    sentences: int = 3  # 1..10
    max_chars: int | None = (
        None  # limit on summary_chars; None: 125 for three sentences, others in proportion
    )
    lang: Literal["ja", "en"] = "ja"  # language of notices and errors
    ratio: float | None = None  # 0..1: hard limit as a share of article_chars; up to 10 sentences then
    headline: bool = False  # one line in the manner of a headline as well
    keyphrases: int = 0  # 0..20 key phrases as well
    focus: str = ""  # words (separated by spaces) that the reader wants to read about
    squeeze: bool = False  # shorten by riskier rules too, such as cutting everything in round brackets
    whole: bool = False  # show sentences as they are written
    form: Form | Literal[""] = ""  # how to read the text; "": as what it looks like


DEFAULT = Options()


def wanted(options: Options) -> int:
    """Return the requested number of sentences; with a ratio, the most there may be."""
    return options.sentences if options.ratio is None else MOST_SENTENCES


def check_options(options: Options) -> None:
    """Raise ``YoutenError`` ("bad_option") unless every option is in the range that ``Options`` gives."""
    sentences, max_chars, lang, ratio, headline, keyphrases, focus, squeeze, whole, form = options
    flags = {"headline": headline, "squeeze": squeeze, "whole": whole}
    wrong = next((name for name, flag in flags.items() if type(flag) is not bool), "")
    value: object
    if type(sentences) is not int or not 1 <= sentences <= MOST_SENTENCES:
        what, value = f"sentences = 1..{MOST_SENTENCES}", sentences
    elif max_chars is not None and (type(max_chars) is not int or max_chars < 1):
        what, value = "max_chars >= 1", max_chars
    elif lang not in ("ja", "en"):
        what, value = "lang = ja | en", lang
    elif ratio is not None and (type(ratio) not in (int, float) or not 0 < ratio <= 1):
        what, value = "0 < ratio <= 1", ratio
    elif type(keyphrases) is not int or not 0 <= keyphrases <= MOST_KEYPHRASES:
        what, value = f"keyphrases = 0..{MOST_KEYPHRASES}", keyphrases
    elif type(focus) is not str or len(focus) > LONGEST_FOCUS:
        what, value = f"focus: 0..{LONGEST_FOCUS}", focus
    elif wrong:
        what, value = f"{wrong} = true | false", flags[wrong]
    elif form not in ("", *FORMS):
        what, value = "form = article | minutes | mail | …", form
    else:
        return
    given = repr(value)
    given = given if len(given) <= LONGEST_SHOWN else given[:LONGEST_SHOWN] + "…"
    raise YoutenError("bad_option", message("bad_option", lang, what=what, given=given))
