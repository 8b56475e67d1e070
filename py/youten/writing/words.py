"""The word lists of ``compression``, each with the reason for its words and exceptions."""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    """Split a list, longer words first, so that the first match is the longest."""
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
# These may where a topic or a source follows.
TOPIC_CONNECTIVES = _words("また なお さらに このため そのため")

COMMAS = "、，"

# Time and cause told by pointing at the sentence before; said before a comma. Not here: これによると and
# それによれば (attribution), これについて (the topic), そのうち and このうち (a part of what was counted).
BACKWARD = _words(
    """
    その後 この後 そのあと このあと これより先 それより先 同日 同時に
    これにより これによって それにより それによって これに伴って これにともない それに伴い これに先立ち
    そんな中 そんななか こうした中 こうしたなか そうした中 そうしたなか このような中 このようななか
    その際 この際 そのとき その時 このとき この時 その上で そのうえで この中で その中で
    これを機に これをきっかけに これに続いて これに続き 続いて つづいて 前述の通り 前述のとおり
    """
)
DEMONSTRATIVES = ("これらの", "それらの", "この", "その")
# After この and その these are half of an expression, or say nothing without what they belong to.
RELATIONAL = _words(
    """
    うち 中 なか 後 あと 前 間 あいだ 際 時 とき 他 ほか 上 うえ 下 点 ため 為 日 年 月 週 春 夏 秋 冬
    朝 夜 頃 ころ 当時 度 たび ほど 場 まま 通り とおり 一つ ひとつ 一部 多く 大半 ほとんど 半数 半分
    周辺 周囲 理由 原因 数 額 値 目的 影響 意味 場合 分 代わり かわり 反面 一方 先 直後 直前 翌 人 方
    者 もの 物 こと 事 よう 様 種 記事 投稿 ブログ ページ 連載 資料 文書 後任 妻 夫 子 父 母 兄 弟 姉
    妹 名 例 差 内容 内訳 他方 手 程度 すべて 全て 全部 逆 反対 全員 両 ような
    """
)

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
