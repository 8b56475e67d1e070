"""The function of a sentence in its article, from the sentence alone: it announces, denies, counts, greets.

Each trait is a name, ``part:detail``; the part is shown to readers (see ``salience``). ``features`` adds the
position, and the learned weights say what a trait is worth. Source: what editors look for by kind of text.
The cues are whole expressions and independent of subjects and sources.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from youten.model import Morpheme

# Cues of an event, a decision, a claim: what news and reports are made of.
_DEEDS = {
    "first": "初めて|初の|史上|初となる|過去最[高多大低悪]|最年[少長]",
    "death": "死亡|死者|亡くな|死去|遺体|犠牲|殺害|行方不明",
    "injury": "負傷|けが|怪我|重傷|軽傷|重体",
    "court": "逮捕|起訴|送検|容疑|判決|懲役|有罪|無罪|実刑|提訴|訴訟",
    "decision": "決め(?:た|、|る)|決定|合意|可決|承認|了承|採択|議決|成立|決議|締結|調印|署名|一致し",
    "demand": "求め(?:た|て|る)|要求|要請|訴え(?:た|て)|べき|呼びかけ|要望|勧告|命令|命じ",
    "denial": "否定|否認|拒否|拒ん|反発|批判|非難|抗議|反対|懸念|反論|撤回|断念|見送",
    "plan": "予定|方針|計画|見通し|見込み|検討|目指|来年|今後|する考え|意向",
    "news": "発表|公表|明らかに|わかった|分かった|判明|公開|表明"
    "|発売|リリース|導入|新設|追加|開設|開業|開幕|開催",
    "contest": "優勝|勝利|敗れ|破り|下し|獲得|メダル|受賞|当選|落選|選出|記録",
    "speech": "と(?:述べ|話し|語っ|コメント|説明し|強調|答え|指摘|主張|して(?:いる|いた)|いう)",
    "source": "によると|によれば|の報道|が報じ|が伝え",
    "reason": "ため[、。]|ためだ|ことから|理由|原因|背景|ので、|きっかけ|により",
    "limit": "ただし|のみ|だけ|限り|注意|制限|未対応|非推奨|開発中|実験的|できません|問題点|バグ|課題",
    "ability": "できます|できる(?:。|よう)|可能(?:です|だ|に)|可能と",
    "definition": "とは|は[^。]{2,60}(?:です|である|だ)。$|と呼ばれ",
    "made": "作りました|作成しました|作った|公開しました|追加され(?:ました"
    "|た)|導入されました|対応しました|サポートされました|になりました",
    "conclusion": "結論|まとめると|つまり|要するに|と言える|といえる|と感じ|期待され|重要です|便利です|魅力",
    "comparison": "代わり|置き換|比べ|より(?:も)?[、 ]?(?:高|低|速|多|少|簡)|従来|これまで",
    "result": "結果|ことになった|こととなった|に終わ|となった。$|となる。$|に至",
    "hearsay": "という。$|とみられる|ようだ。$|らしい|可能性|おそれ|恐れ|模様",
    "money": "[0-9０-９万億兆]+(?:円|ドル|ユーロ|ポンド|元)",
    "people": "[0-9０-９]+(?:人|名)",
    "share": "[0-9０-９.．]+(?:%|％|パーセント|割)",
    "figure": "[0-9０-９]",
    "date": "[0-9０-９]{1,2}日",
    "quotation": "[「『]",
}
# Cues of sentences that are no content: greetings, questions to the reader, announcements of what follows.
_FRAMES = {
    "purpose": "この(?:記事|投稿|ブログ|ページ)|(?:本|当)(?:記事|稿)|今回は|今回の記事",
    "presents": "紹介し|解説し|説明し|まとめ|について(?:書|話|ご|見)|見ていき",
    "request": "(?:ください|下さい|ましょう|でしょうか|ませんか"
    "|(?:です|ます)か|だろうか|[？?])[。」！？!?]*$",
    "elsewhere": "(?:以下|次|下記|下|上記|上|前述|左|右)の(?:よう"
    "|通り|とおり|図|表|画像|写真|コード|例|リスト|リンク|手順|記事)"
    "|以下(?:は|に|が|で|を)|(?:次|左|右)(?:図|表)|(?:こちら|詳しく|詳細)は|をご覧|参照",
    "vow": "(?:参ります|まいります|いきます|いく(?:。|考え)|たいと(?:思|考)|お誓い|決意|取り組ん)",
    "thanks": "感謝|ありがとう|お礼|御礼|哀悼|お悔やみ|敬意|列席|挨拶|あいさつ|申し上げます",
    "question": "伺い|見解|お尋ね|お聞き|質問|答弁|問う",
    "announcement": "(?:次に|続いて|まず|最後に|初めに|はじめに"
    "|第[一二三]に)、?[^。]{0,40}(?:について|に関して|です)",
    "background": "当時|以前|昨年|前年|[0-9０-９]{4}年(?:に|から|の)"
    "|かつて|これまでに|過去に|だった。$|していた。$|ていた。$",
    "step": "まずは|次のコマンド|実行し(?:ます|てみ)|インストールし"
    "|作成します|追加します|設定します|クリック|コマンドを|ファイルを",
    "example": "例えば|たとえば|などが(?:ある|あげ|挙げ)|一例",
    "addition": "^(?:また|さらに|なお|ちなみに|このほか|そのほか|ほかに"
    "|加えて|一方|そして|それから|同時に|その後|続いて)",
    "contrast": "^(?:しかし|だが|ところが|ただ|でも|けれども|とはいえ)|が、",
    "consequence": "^(?:このため|そのため|これを受け|これにより"
    "|その結果|したがって|そこで|これに対し|つまり)",
    "pointer": "^(?:これ|それ|あれ|この|その|あの|こう|そう|こちら"
    "|そちら|ここ|そこ|同[一-鿿]|両[一-鿿]|彼|前者|後者)",
    "opening quote": "^[「『]",
    "reference": "https?:|[(（]英語[)）]|出典|参考|関連記事",
    "code": r"[{}<>=;`]|\w+\(\)",
}
_CUES = [
    *((f"deed:{name}", re.compile(pattern)) for name, pattern in _DEEDS.items()),
    *((f"frame:{name}", re.compile(pattern)) for name, pattern in _FRAMES.items()),
]
# What the last words say is what the sentence says.
_ENDINGS = [
    (f"ending:{name}", re.compile(_DEEDS[name]))
    for name in (
        "decision",
        "news",
        "plan",
        "demand",
        "denial",
        "speech",
        "court",
        "death",
        "contest",
        "result",
    )
]
ENDING = 16  # characters
# Verbs that say nothing without the word before them.
_EMPTY = frozenset(
    [
        "する",
        "いる",
        "ある",
        "なる",
        "れる",
        "られる",
        "せる",
        "いう",
        "できる",
        "おる",
        "ます",
        "くる",
        "いく",
        "みる",
        "ゆく",
        "行く",
        "来る",
    ]
)
_PREDICATES = ("動詞,自立", "名詞,サ変", "形容詞", "名詞,形容動詞", "名詞,一般")


def traits(text: str, morphemes: Sequence[Morpheme]) -> tuple[str, ...]:
    """Return the names of a sentence's traits."""
    found = [name for name, pattern in _CUES if pattern.search(text)]
    end = text[-ENDING:]
    found += [name for name, pattern in _ENDINGS if pattern.search(end)]
    if morphemes:
        found += _wording(morphemes)
    return tuple(found)


def _wording(morphemes: Sequence[Morpheme]) -> list[str]:
    found = [f"word:first {morphemes[0].base_form}", f"word:first {morphemes[0].pos.rpartition(',')[0]}"]
    predicate = next(
        (m for m in reversed(morphemes) if m.pos.startswith(_PREDICATES) and m.base_form not in _EMPTY), None
    )
    if predicate:
        found.append(f"word:does {base(predicate)}")
    tail = ""
    for m in reversed(morphemes[-5:]):
        tail = m.surface + tail
        found.append(f"word:ends {tail}")
    names = sum(m.pos.startswith("名詞,固有名詞") for m in morphemes)
    found.append(f"name:{sum(names >= n for n in (1, 2, 4, 7))}")
    if any(m.pos.startswith("名詞,固有名詞") for m in morphemes[:6]):
        found.append("name:first")
    return found


def base(morpheme: Morpheme) -> str:
    """Return the base form of a morpheme, or its surface if it has none."""
    return morpheme.base_form if morpheme.base_form not in ("*", "") else morpheme.surface
