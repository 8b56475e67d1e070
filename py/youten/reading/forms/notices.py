"""Notices of a site in the middle of a text: consent, membership, subscription, alerts, reactions, adverts.

A notice speaks to the reader in polite style, so that an article about subscriptions is none. What a sentence
leaves open (初月は無料です。) is decided by its line and by whether the text has a sure notice at all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Literal

# Of a line: "some" where each of its sentences must be looked at, "again" where a page repeats it.
Share = Literal["none", "some", "all", "again"]

_SHORTEST, _LONGEST = 4, 110  # characters
_SITE = "(?:当|本|この|弊社)(?:ウェブ|Web)?サイト|当社|弊社|当ブログ"
_SURE = re.compile(
    "(?:Adobe|アドビ)(?:社の)? ?(?:Acrobat ?)?Reader|(?:この|本)(?:ページ|記事)(?:の内容)?は(?:いかが"
    "|分かりやす|わかりやす|役に立)"
    "|(?:クリック|ポチッと|応援)(?:を)?お願い|ランキングに参加して|^(?:メニュー"
    "|ナビ(?:ゲーション)?)を.{0,6}(?:とば|飛ば|スキップ)|本文(?:エリア)?へ(?:移動"
    "|スキップ|ジャンプ)?$|"
    f"(?:{_SITE})(?:は|では|で|の|において).{{0,40}}(?:Cookie|cookie|クッキー|アクセス解析|広告)"
    f"|(?:Cookie|cookie|クッキー)(?:等)?の(?:使用|利用|設定)"
    "|(?:閲覧|利用)を(?:続け|継続).{0,30}同意|(?:詳しく|詳細)は.{0,12}プライバシー"
    "|(?:この|本)(?:記事|ページ|コンテンツ|続き)は.{0,12}(?:有料|会員|購読者|プレミアム|登録)"
    "|残り ?[:：]?[0-9０-９,，]+ ?(?:文字|字)|(?:続き|全文|残り|この先|記事)(?:を|は"
    "|も).{0,24}(?:お読み|お楽しみ|読め|読む|ご覧|閲覧).{0,3}(?:いただけ|になれ|ことができ|には|ます"
    "|ください)"
    "|(?:会員|登録|ログイン|購読)(?:登録)?(?:する|になる|し|いただく)と.{0,40}(?:読|ご覧|利用|保存|楽し|無料)"
    "|「[^」]{1,16}」(?:を押せ|を押す|すると、?マイページ)|マイページ(?:で|に|から)|(?:いいね"
    "|スタンプ|リアクション)(?:！|」)?(?:を|が)(?:押|つけ|送)"
    "|コメント(?:を|の)(?:投稿|書き込|記入|利用|する|閲覧)?.{0,6}(?:には|ログイン)|(?:チャンネル|読者"
    "|メルマガ|メールマガジン|ニュースレター)(?:の)?(?:に)?(?:登録|購読)(?:を|して|する|は|し)"
    "|(?:フォロー|シェア|ブックマーク)(?:して|を(?:お願い|いただ))|(?:プッシュ)?通知を(?:オン|許可"
    "|受け取|有効)"
    "|アプリ(?:版)?(?:を|で|なら|から|は).{0,24}(?:ダウンロード|インストール|開く|快適|便利|読め|無料)"
    "|広告(?:ブロック|ブロッカー)|JavaScript(?:の設定)?(?:を|が)(?:有効|無効|オン"
    "|オフ).{0,14}(?:ください|ます。?$)|お使いのブラウザ|推奨(?:環境|ブラウザ)"
    "|(?:クッキー|Cookie|cookie)(?:等|など)?を(?:使|利用|用い)|同意は.{0,8}(?:撤回|取り消)|プライバシーを(?:大切|尊重)"
    "|(?:端末|デバイス)(?:に|の|から).{0,10}情報.{0,30}(?:保存|処理|取得|利用)|通知(?:で|を)受け取"
    "|PDF(?:形式)?の?(?:ファイル|文書)?を(?:ご覧|見る|開く|閲覧)|閲覧ソフト|(?:映像|動画|音声|配信)(?:の視聴)?は.{0,16}期間"
    "|(?:動画|映像|音声|記事)は.{0,20}(?:削除され|見られなくなり|終了し)ます"
    "|(?:許可|承諾|許諾)なく.{0,24}(?:使|転載|複製|引用)|転載(?:は|を).{0,4}(?:ご遠慮|お断り|禁)"
    "|このメール(?:マガジン)?は|正しく表示されない(?:場合|方|とき)|配信(?:の)?(?:停止|解除)|緊急情報は"
    "|(?:いただ|お寄せ).{0,10}(?:ご意見|ご感想|内容).{0,16}(?:改善|参考|回答)|寄付(?:を|の)(?:お願い|ご協力)"
    "|メールアドレスが公開|必須(?:の)?(?:項目|欄)(?:です|に)|ランキングは.{0,16}更新|毎[日朝週時].{0,8}更新し"
    "|(?:記事|続き|この先).{0,10}(?:には|は).{0,12}(?:購入|登録|ログイン|会員).{0,6}(?:必要|限定)|読み放題"
    "|(?:新規|会員|無料|ユーザー)登録(?:して|で)"
    "|無断(?:で|での)?(?:の)?(?:転載|複製|使用|掲載)|著作権は.{0,30}(?:帰属|属し)|(?:スポンサー"
    "|広告主)(?:から)?の(?:お知らせ|ご案内|提供)"
    "|(?:警報|注意報|警戒情報|避難(?:指示|情報)|速報)が(?:出て|発表されて|発令されて|出され)"
    "|(?:この記事|記事)が(?:気に入|役に立)|(?:ご|お)(?:意見|感想)を(?:お寄せ|お聞かせ)"
    "|(?:この記事|本記事|当ブログ|本ページ)(?:に)?(?:は|には).{0,16}(?:プロモーション|アフィリエイト"
    "|広告)(?:が|を|を利用)"
)
_OPEN = re.compile(
    "無料(?:です|で|トライアル|体験|登録|。|$)|解約|(?:会員|購読|登録)(?:の)?(?:方|者|登録|限定|様)"
    "|(?:ご)?登録(?:ください|が必要|はこちら|は無料|する)|こちら(?:から|へ|を)?(?:。|$|ご)"
    "|ログイン|同意|拒否|キャンペーン|今(?:すぐ|だけ|なら)|初(?:月|回)|月額|セール|店頭|(?:限定"
    "|特別)(?:価格|公開|プラン)|お申し?込み|クーポン|ポイント(?:還元|が(?:もらえ|たま))"
    "|ご利用(?:には|いただけ|ください)|詳しくは|詳細は|お知らせ[:：]|お試し|クリック|スキップ|閉じる"
    "|(?:確認|設定)(?:は|を)こちら|お届け(?:し|いたし|中)|いかがですか|(?:受け付け|発売|販売|実施|募集|公開)(?:中|て(?:い|お))"
    "|数に限り|お(?:求め|得|尋ね|問い合わせ|見逃し)|ご(?:予約|案内|注文|購入)|予約受付|見つけよう|使ってみよう"
)
_TELLS = re.compile("(?:た|だ|という|による|れる|である|いる|する|なる)。[」）)]*$|によると|と述べ|と話し")
_PARTS = re.compile("[^。！？!?\n]+[。！？!?]*")


def is_sure(text: str) -> bool:
    """Return whether a sentence is surely a notice of the site."""
    return len(text) <= _LONGEST and not _TELLS.search(text) and _SURE.search(text) is not None


def may_be(text: str) -> bool:
    """Return whether a sentence is a notice if its neighbours are."""
    return len(text) <= _LONGEST and not _TELLS.search(text) and _OPEN.search(text) is not None


def is_notice_line(line: str) -> bool:
    """Return whether all sentences of a line are notices, at least one of them surely."""
    parts = [part.strip() for part in _PARTS.findall("".join(line.split("\n")))]
    return any(map(is_sure, parts)) and all(is_sure(part) or may_be(part) for part in parts)


def notice_lines(lines: Sequence[str]) -> list[Share]:
    """Return how much of every line is notices; a line that a page repeats is one as well."""
    parts = [
        [part.strip() for part in _PARTS.findall(line)] if _SHORTEST <= len(line) <= 3 * _LONGEST else []
        for line in lines
    ]
    sure = [list(map(is_sure, of_line)) for of_line in parts]
    said = any(map(any, sure))
    again = _repeated(lines)
    found: list[Share] = []
    for line, of_line, surely in zip(lines, parts, sure, strict=True):
        some = any(surely)
        rest = [
            part for part, yes in zip(of_line, surely, strict=True) if not (yes or (said and may_be(part)))
        ]
        if (said and of_line and not rest) or (some and _is_little(of_line, rest)):
            found.append("all")
        elif line in again:
            found.append("again")
        else:
            found.append("some" if some or len(line) > 3 * _LONGEST else "none")
    return found


def _is_little(parts: Sequence[str], rest: Sequence[str]) -> bool:
    """Return whether at most one short sentence of a line is no notice."""
    return len(parts) > 1 and len(rest) <= 1 and all(len(part) <= 12 for part in rest)


def _repeated(lines: Sequence[str]) -> frozenset[str]:
    """Return the lines that a page repeats between its paragraphs: three times, or twice for a notice."""
    counts = Counter(line for line in lines if len(line) >= 8)
    again = {line for line, count in counts.items() if count > 2}
    own = sum(1 for line, count in counts.items() if count == 1 and line[-1] in "。」）")
    return frozenset(again) if own >= 2 else frozenset()
