"""Where texts of a form have their point: a decision, the answer, the step, the end of a speech.

A point is a fact about a sentence that ranking may weigh; it makes no sentence a candidate.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from youten.model import Form
from youten.reading.forms.labels import is_step

_DECISION = re.compile(
    "(?:決定|可決|承認|了承|合意|議決|採択|否決|一致)(?:し|され|いたし|を)|(?:こと|もの)と(?:した"
    "|する|いたし|なった|なりま)|(?:こと|方針)(?:に|が|を)(?:決|決ま|決め)|(?:決ま|決め)(?:り|っ|た"
    "|ま)|全(?:員|会)(?:賛成|一致)|賛成多数"
)
_AGREED = re.compile(
    "(?:しよう|しましょう|にします|にする|変更|延期|中止|決まり|決定|確定|集合|お願い(?:し"
    "|いたし)ます|てください|来てね|無理|までに|持って)"
)
_NEWS = re.compile(
    "(?:決ま|決定|延期|中止|変更|可能(?:です|で)|不可|完了|発送|開催|移転|休業|終了|開始|までに"
    "|締(?:め)?切|期限|必要(?:です|がござい|があり))"
)
_ACTION = re.compile(
    "(?:使用|ご使用|利用).{0,6}(?:おやめ|中止|お控え)|ただちに|至急|必ず|おそれ(?:の|が)|交換|返金"
    "|返品|連絡ください"
)
_BEGINS_NEWS = re.compile("^(?:さて|このたび|この度|今般|早速|標記の|表題の|下記の)[、，は]?")
_MESSAGE = re.compile(
    "大切なの?は|大事なの?は|伝えたい|お願いしたい|申し上げたい|と、?(?:私|わたし|わたくし|僕)は(?:思"
    "|考|信)|とは、.{4,60}(?:です|である|だ|ことだ)|忘れないで|願って(?:い|や)|でほしい|てほしい|誓"
    "|約束"
)
_WARNING = re.compile(
    "(?:絶対に|決して|必ず|危険|有毒|おそれ|注意|ないでください|てはいけ|やけど|けが|感電|火災)"
)
_DUE = re.compile("停止|終了|廃止|中止|までに|期限|締(?:め)?切|必須|禁止")
_LAW = re.compile(
    "目的とする。|施行する。|とする。$|支払え|棄却する|処する|執行を猶予|懲役|無罪|取り消す|認められる"
)
_SOLUTION = re.compile("(?:できる|可能となる|防止|抑制|提供する)[^。]{0,8}。$")
_CHOSE = re.compile(
    "^(?:このため|そこで|これを受け|(?:検討|比較|協議|調査)の結果).{0,80}(?:を選(?:んだ|びました"
    "|択した)|こと(?:に|と)(?:した|しました))。$"
)
_PRICE = re.compile("(?:価格|料金|費用)は[^。]{0,16}[0-9０-９,，]+円")
_CONCLUDES = re.compile("^(?:というわけで|結論から(?:言|いう)|まとめると|要するに|以上のことから)")
_TELLS_WHY = re.compile(
    "(?:んです|のです|わけです|ことです|と思います|と考えています|べきです)(?:よ|ね|よね)?。?$|必ず"
    "|いちばん|一番|何より"
)
_PERSONAL = re.compile("私|わたし|僕|ぼく|筆者")
_REPORTS = re.compile("によると|発表した|と話し|と述べ|[0-9０-９]+日、")
_LAST_WORD = re.compile("(?:こと|もの|の|わけ)(?:である|だ|なのだ|だった|であった)。$|のかもしれない。$")
_BY_FORM: dict[Form, tuple[re.Pattern[str], ...]] = {
    "minutes": (_DECISION,),
    "chat": (_AGREED,),
    "mail": (_NEWS,),
    "letter": (_BEGINS_NEWS, _ACTION),
    "speech": (_MESSAGE,),
    "howto": (_WARNING,),
    "law": (_LAW,),
    "patent": (_SOLUTION,),
    "interview": (_DECISION, _TELLS_WHY),
    "article": (_CONCLUDES, _CHOSE),
}


def is_point(text: str, form: Form, place: float, head: str, label: str) -> bool:
    """Return whether a sentence stands where its form has the point.

    ``place`` is 0..1 from the first sentence of the body to the last, ``head`` the subhead above it and
    ``label`` what its line begins with.
    """
    bare = "".join(text.split("\n"))
    if form == "howto" and is_step(label):
        return True
    if form == "list":
        return bool(_DUE.search(bare) or _DUE.search(head)) or label[:1] in tuple("AＡPＰ")
    if form == "speech" and place < 0.4:
        return False
    if form == "patent":
        return "課題" in head or "効果" in head or bool(_SOLUTION.search(bare) and "背景" not in head)
    return any(pattern.search(bare) for pattern in _BY_FORM.get(form, ()))


def is_offer(text: str) -> bool:
    """Return whether a sentence of a press release says what the product costs."""
    return _PRICE.search(text) is not None


def is_last_word(texts: Sequence[str]) -> bool:
    """Return whether the last of an essay's sentences says what it is about."""
    whole = "".join(texts)
    essay = _PERSONAL.search(whole) and not _REPORTS.search(whole)
    return bool(texts) and bool(essay) and _LAST_WORD.search(texts[-1]) is not None
