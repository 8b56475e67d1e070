"""kind_of(): what single lines are. A row for every kind of line the vocabulary knows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from youten.reading import vocabulary
from youten.reading.keys import key
from youten.reading.kinds import Kind, clues, kind_of
from youten.reading.terminators import ends_sentence

LINES = {
    "": [
        "港の岸壁を直す工事が始まった。",
        "資料は2007年9月16日に閲覧できるようになった。",
        "広告が入ると町が明るくなったという。",  # begins like furniture, tells something
        "電話で確かめたところ、船は出ていた。",
        "メールの文面は次のとおりだった。",
        "2024年6月20日、港で火災があった。",
        "募集期間は5月14日から6月10日まで。",
        "写真を撮るために坂を上った。",
        "図1は潮の高さを示す。",
        "［資料］によると、船は3隻あった。",
        "コメントは控えると会社は答えた。",
        "港湾課長「道路を止める工事はしない」",
        "3人がけが",
        "https://harbor.example/ にある資料によれば、港の利用者は46万人だった。",
        "雨" * 300,
    ],
    "subhead": [
        "◇島の暮らし支える定期船",
        "■製品の特長",
        "● 交通",
        "# はじめに",
        "### まとめ",
        "【ワンポイント】",
        "＜解説＞",
        "[結果]",
        "第3章 港の歴史",
        "1.2 計測の方法",
        "手順2：穴を探す",
        "議題（2）"[:2] + " 1：開館時間",
        "◇何が起きた？",
        "潮汐とは？",
        "---- 休憩 ----",
    ],
    "byline": [
        "2024年6月20日 6時30分",
        "2025/03/22 11:00",
        "令和7年7月18日（金）",
        "6/20(木) 6:47配信",
        "更新日：2025年2月3日　読了時間：約4分",
        "3時間前",
        "Mar 3, 2025",
        "潮見崎日報/潮見崎日報電子版2024.06.20 06:47",
        "2025年5月14日 18時20分 潮見崎新報",
        "記者 港太郎",
        "小田切 春乃",
        "朝霧通信",
        "潮見崎新聞デジタル",
        "聞き手・構成＝倉持あおい",
        "文：倉持あおい",
        "By Tamsin Aldergrove",
        "＝碧湖支局・長月陽太",
        "日時：令和7年7月18日 午後2時",
        "場所：楓台図書館",
        "出席者：委員7名",
        "潮見崎日報、2008年4月12日19時41分。",
    ],
    "caption": [
        "写真＝西側の岸壁",
        "（写真：潮見崎市）",
        "[画像] 避難所の一覧",
        "画像提供：笹舟町",
        "▲濁流に漬かる住宅地",
        "復活する車両（霧原鉄道提供）",
        "復旧を急ぐ作業員＝14日、港太郎撮影",
        "図1　計測点の配置",
        "表2 予算の内訳",
        "握手する市長と会長（14日、潮見崎市）",
    ],
    "furniture": [
        "シェア",
        "Xで共有",
        "LINEで送る",
        "はてなブックマーク",
        "いいね！ 128",
        "コメントを書く",
        "続きを読む",
        "ログイン",
        "この記事は有料会員限定です。",
        "残り512文字",
        "広告",
        "[PR]",
        "港町テレビ塔、2007年9月16日閲覧。",
        "“港町で土石流 死者も”。",
        "© 灯台日報社 無断転載を禁じます",
        "Copyright 2025 Todai Nippo",
        "- 3 -",
        "2/5ページ",
        "トップ > 暮らし > 自転車",
        "社会 | 経済 | スポーツ",
        "#港 #岸壁",
        "https://harbor.example/news/1",
        "press@harbor.example",
        "詳しくはこちら https://harbor.example/",
        "TEL：000-0000-0000",
        "タグ：港、岸壁",
        "〒000-0000 潮見崎市港町1",
        "| 部品 | 値 |",
        "![岸壁](quay.jpg)",
        '<a href="/news/1" class="link">港</a>',
        "const harbor = 1;",
        "$ npm install harbor",
        "＊＊＊",
        "――――――",
        "メルマガ登録はこちら",
        "以上",
    ],
    "subject": ["件名: 渡り鳥だより", "Subject: Harbour news"],
    "box": [
        "AI要約",
        "【ＡＩ要約】",
        "■AIによる要約",
        "3行まとめ",
        "この記事の要約",
        "AI要約：港で火災があった。",
    ],
    "softbox": ["要約", "◆ポイント", "この記事のポイント", "【要点】港で火災があった。"],
    "tail": [
        "関連記事",
        "【関連記事】",
        "あわせて読みたい",
        "アクセスランキング",
        "## 参考",
        "会社概要",
        "--",
    ],
    "comments": ["コメント（12件）", "みんなのコメント"],
    "fence": ["```python", "```", "~~~"],
}
ROWS = [(kind, line) for kind, lines in LINES.items() for line in lines]


def _kind(line: str) -> Kind:
    return kind_of(clues(line, ends_sentence(line)))


@pytest.mark.parametrize(
    ("expected", "line"), ROWS, ids=[f"{kind or 'none'}:{line[:20]}" for kind, line in ROWS]
)
def test_kind(expected: str, line: str) -> None:
    """Each line is what its heading in the table says."""
    assert expected == _kind(line)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("コメント（12件）", "コメント 3件", id="counts"),
        pytest.param("ＡＩ要約", "【ai要約】", id="width-and-case"),
        pytest.param("X で シェア", "Xでシェア！", id="spaces-and-marks"),
    ],
)
def test_key_ignores_what_layouts_vary(one: str, other: str) -> None:
    """Width, case, brackets, spaces and numbers do not tell two labels apart."""
    assert key(one) == key(other)


WORDS = {name: value for name, value in vars(vocabulary).items() if isinstance(value, frozenset)}


@pytest.mark.parametrize("name", WORDS)
def test_words_are_keys(name: str) -> None:
    """A word that is no key could never match."""
    assert [word for word in WORDS[name] if key(word) != word] == []


@given(st.text(max_size=250))
def test_never_raises(line: str) -> None:
    """Every line, however odd, has a kind."""
    stripped = line.strip()
    if stripped:
        assert _kind(stripped) in LINES
