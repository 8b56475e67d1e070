"""How Japanese sentences end and what cannot begin one, without a dictionary.

Leaves terminators to ``terminators``. The tests are for lines without 。, where the last words must tell.
"""

from __future__ import annotations

import re

# What may stand behind the last word: brackets, numbers of issues, names, decoration.
_TRAILING = re.compile(
    r"(?:[\s　♪♫☆★♡♥❤…‥～〜~ー!！w]|[（(][^（）()\n]{1,24}[)）]|@[\w-]{1,30}|#[0-9]{1,6}"
    r"|[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f])+$"
)
_PREDICATE = re.compile(
    "(?:です|ます|でした|ました|ません|ましょう|でしょう|ください|下さい|だった|である|であった"
    "|なかった|られる|[一-龥々ァ-ヶーぁ-ん][うくぐすつぬむぶるただ]"
    "|[一-龥々ぁ-ん]い|よう|だろう)(?:か|ね|よ|な|わ|ぞ|さ|の|けど|って|よね|かな"
    "|かなぁ?|なぁ|なあ|ねぇ|ねえ|のよ|のね|もん|じゃん|っけ)?$"
)
# Words that end like verbs or adjectives and are none.
_NOUN_END = re.compile(
    "(?:違い|扱い|願い|お互い|使い|思い|集い|祝い|問い|争い|狙い|ねらい|あいさつ|ひとつ|ふたつ|いくつ"
    "|一つ|二つ|三つ|ゆう|ほう|[のるたいな]よう|とう|ふう|おう|そう|あした|かた|いち|あなた|わたし"
    "|はる|ふく|みかた|ところ|ちょう|きょう|ぎょう|じょう|りょう|ひょう|びょう|みょう|くらい"
    "|ぐらい|たい焼き|きく|ねこ|いぬ|くつ|なつ|ふゆ|とく|わく|すいか|ため|より)$"
)
_POLITE = re.compile(
    "(?:です|ます|でした|ました|ません|ませんでした|ましょう|でしょう|ください)(?:ね|よ|よね|か|かね|わ)?$"
)
_PARTICLE_END = re.compile("(?:[をがはへにとでも]|ので|から|けど|けれども|けれど|ながら|たり|つつ)$")
# が屋台, のメンバー, に会える; って, かった; 、: the second half of a sentence.
BROKEN_BEGINNING = re.compile(
    "[、，ぁぃぅぇぉっゃゅょゎんァィゥェォッャュョン」』）)】］]|を"
    "|[しりきちみびぎえけせてねべめれげ]、|[のにがはへとでもや](?=[一-龥々ァ-ヶ0-9０-９「『])"
    "|(?:かった|った|れた|られ|せる|ない)(?=[。、がので])|て(?=[一-龥々])"
    "|(?:まで|ので|のに|ながら|ばかり|しか|さえ)(?=[、一-龥々ァ-ヶ])"
)


# Nouns and adjectives that are predicates without です behind a topic: 弁当は各自, 雨なら中止.
_NOMINAL = re.compile(
    "(?:[はがも]|なら|たら|ため)[^。]{0,30}(?:大丈夫|必要|不要|無理|可能|禁止|中止|延期|無料|有料"
    "|未定|変更|予定|決定|完了|終了|各自|必須|厳禁|満員|満席|なし|あり"
    "|OK|NG)$"
)


def bare_end(text: str) -> str:
    """Return the end of a line without brackets, decoration and numbers behind the last word."""
    return _TRAILING.sub("", text[-60:])


def ends_in_predicate(text: str) -> bool:
    """Return whether a line without a terminator ends in a verb, an adjective or だ and です."""
    end = bare_end(text)
    return (bool(_PREDICATE.search(end)) and not _NOUN_END.search(end)) or bool(_NOMINAL.search(end))


def ends_politely(text: str) -> bool:
    """Return whether a spoken sentence ends here: です, ます and their forms."""
    return _POLITE.search(text[-12:]) is not None


def ends_in_particle(text: str) -> bool:
    """Return whether a text stops at a particle, so that its predicate is missing."""
    return _PARTICLE_END.search(text) is not None
