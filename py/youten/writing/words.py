"""The words that ``compression`` goes by, each list with the reason why a word is on it or not."""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    """Split a list; longer words first, so that the first that matches is the longest."""
    return tuple(sorted(text.split(), key=len, reverse=True))


# Said before a comma these only tie a sentence to the one before it, which the summary may not hold:
# addition, contrast, turn, other words, consequence, and consequence of a 「これ」.
# Not here, because they carry meaning of their own: 例えば (an example is no rule), なぜなら (the
# sentence answers a question), ただし (it limits the sentence before), もし and たとえ (conditions),
# 恐らく and もちろん (hedges), その後 (time).
CONNECTIVES = _words(
    """
    また さらに 更に そして それから なお ちなみに 加えて くわえて しかも そのうえ その上 このほか そのほか
    一方 一方で 他方 他方で しかし しかしながら だが ですが ところが ただ けれども けれど でも
    とはいえ それでも
    さて ところで では それでは
    つまり すなわち 要するに
    このため そのため したがって 従って よって だから そこで その結果 この結果
    これを受け これを受けて これに対し これに対して これに伴い これに加え これに加えて
    """
)
# These are never anything but connectives, so they may go without a comma as well. また and ただ may not:
# また失敗した is 失敗した for a second time, ただ泣いた is 泣いた and nothing else.
BARE_CONNECTIVES = _words("しかしながら しかし ところが そして")

# Kana in brackets that is no reading but says something of its own: a negation, a limit, a hedge.
NOT_READINGS = frozenset(
    _words(
        """
        なし あり ない のみ など まで から より ほか または もしくは いずれも すべて うち ただし
        たぶん おそらく みこみ うそ ほんと ママ まま とも さん
        """
    )
)

# Brackets that point to a picture the summary does not show, or to the editing.
PHOTO_NOTES = frozenset(
    _words("写真 写真右 写真左 写真上 写真下 写真中央 右の写真 左の写真 上の写真 下の写真 敬称略")
)

# Latin letters in brackets that are a source, a position in a team or a mark, and no abbreviation of what
# stands before them.
NOT_ABBREVIATIONS = frozenset(_words("AP AFP UPI DPA CNN BBC NHK GK DF MF FW PG SG SF PF AB OB OG OK NG TBD"))
# After a person the letters are a party, a team or a position: 田中首相（XYZ）.
PERSON_ENDINGS = _words(
    "氏 さん 首相 大統領 議員 長官 大臣 知事 市長 党首 委員長 選手 監督 投手 社長 会長 教授 候補 代表"
)

# After these a time of day may go and nothing else changes: 19日午後6時ごろ、 -> 19日、
DAY_ENDINGS = _words("日 曜 朝 昼 夕方 夜 晩 未明")
# Behind a time these make a limit, a span or an attribute of it: the sentence is about the time.
# A bracket belongs to the time as well: 午後6時ごろ（日本時間）.
TIME_LIMITS = _words("から まで より の 現在 以降 以前 には にかけ にわた で は と も を が （ (")

# What no sentence begins with.
NO_BEGINNING = _words("、 ， ） ) 」 』 】 。 ！ ？ ! ? ・")
