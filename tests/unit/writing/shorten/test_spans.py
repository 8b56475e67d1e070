"""What may be cut from a sentence and what may not: the stretch in square brackets."""

from __future__ import annotations

import pytest

from youten.morphology import default_analyzer
from youten.writing.shorten import Surroundings, variants, view
from youten.writing.shorten.spans import spans

MAY = [
    ("[港町新聞によると、]市は橋の工事を来年始める。", "a medium that reports a fact"),
    ("市は[予算をまとめ、]橋の工事を来年始める。", "an earlier clause of the same subject"),
    ("[海辺に建つ]青波市立図書館が火事で全焼した。", "a relative clause before a name"),
    ("青波市の田中[太郎]市長は計画を撤回した。", "a first name before a title"),
    ("市は[12月4日、]橋の工事を来年始めると発表した。", "a date"),
    ("市は橋の工事[（費用は寄付）]を来年始める。", "round brackets"),
    ("[県立大学の]田中太郎教授は計画を公開した。", "whose a person with a title is"),
    ("[海辺の町の名物である]青波まつりが始まる。", "an apposition with である"),
    ("市は[今回の]工事を来年始める。", "what points at the news itself"),
    ("市は[市役所で]橋の工事の計画を説明した。", "a place of an announcement"),
    ("橋が4日[午前9時ごろ]に崩れ、市は道を閉じた。", "a time of day"),
    ("橋が4日[午前9時10分（日本時間10時10分）ごろ]に崩れ、市は道を閉じた。", "a time of day with a bracket"),
    ("市は[2019年に]橋の工事を始め、昨日道を閉じた。", "a year beside a day"),
    ("橋が崩れて道が閉じられた[と港町新聞が報じた]。", "a medium's report behind a finished clause"),
    ("[業者を調べたところ、]橋の工事は来年始まる。", "how it was found out"),
]
MAY_NOT = [
    ("[県警によると、]男は店に火をつけた疑いがある。", "a source that is no medium"),
    ("市は橋の[工事を]来年始める。", "an object"),
    ("[市は]橋の工事を来年始める。", "a subject"),
    ("[雨が降れば、]橋の工事を延期すると市は発表した。", "a condition"),
    ("[当初は橋を直すとみられていたが、]市は橋を壊した。", "what is corrected later"),
    ("事故で[3人が死亡し、]市は橋を閉じた。", "a death"),
    ("[市長が計画をまとめ、]来年の春に橋を開く。", "a clause with the only subject"),
    ("市は安全の[確保の]ため橋を閉じた。", "what a formal noun needs"),
    ("事故で[一部の]住民が橋を渡れない。", "a limit"),
    ("高山植物の[細密画で]知られる画家の御厨すみれさんが死去した。", "an argument of a relative clause"),
    ("売り上げは[前の]期に比べて増えた。", "what a comparison needs"),
    ("市は「[橋を直し、]来年開く」と発表した。", "inside a quotation"),
    ("[どの]区画を閉じても船は着けるようにした。", "a word that means all of them"),
    ("[隣国の首相と同盟国の]ロシアが条約に署名した。", "one of several who acted"),
    ("市は[道路の計画に、]橋の工事を加えた。", "what something is added to"),
    ("[県の発表によると市が予算をまとめ、]来年橋を開く。", "a clause with a source in it"),
    ("[港町新聞によると市が予算を]決め、来年橋を開く。", "a source with part of the clause behind it"),
    ("[市長の部下である課長の]助手に記者が話を聞いた。", "a person without a name"),
    ("この祭りは[５年に]一度開かれる。", "how often"),
    ("列車は[5時間に]わたって止まった。", "how long"),
    ("広島、[長崎の]市長は計画を公開した。", "a member of a list"),
    ("[道路および]橋の工事を市が来年始める。", "a member of a list before および"),
    ("市は[橋を壊さず、]道を閉じず、船も止めずに工事を始めた。", "one of several denials"),
    ("体育館は[1983年に]建てられた2階建てだ。", "when something in the sentence was made"),
    ("市は橋の工事を[10月に]始めると発表した。", "when what is announced begins"),
    ("[4日午前9時現在、]市の橋は通れない。", "as of when"),
    ("来月四日は[祭りの日だが、]港の橋が通れない。", "a clause whose topic is not the main one's"),
    ("市は[古い橋を解体して、]公園に使う。", "a clause whose object is the main one's"),
    ("田中容疑者が[浮上し、]警察に相談した。", "a clause that has the subject for itself"),
    ("飛行機が[山に墜落、]炎上した。", "an accident"),
    ("国連の[潘基]文総長が橋を訪れた。", "part of a name"),
    ("市は[26日、]橋の工事を来年始めると発表した。", "the day of the news"),
    ("[団体の名前である Reading Club,] Inc. が発足した。", "inside a name with a comma"),
    ("[この]年に市は橋を開いた。", "part of a date"),
    (
        "[港の事故は、油の流出を引き起こし、]町はもとより県の全体に大きな損害を与えました。",
        "the cause of a loss beside もとより",
    ),
    (
        "[道具を使用すると、旧式で動作するため、]削除された機能も一部を除いて使用できます。",
        "a condition inside a clause",
    ),
    ("[本の題は「港の歴史」となっていますが、]反して港の話題はほとんど出てきません。", "what 反して needs"),
    (
        "[この道具では手引きで示したように、補助の仕組みを活用して、]港の地図を表示できます。",
        "what a sentence is about, with では",
    ),
    (
        "[皆様の努力によって、港町は焼け跡から立ち上がり、]古い歴史が残る観光の町として、見事に発展を遂げました。",
        "a subject where another one is in a relative clause",
    ),
    ("港を題材にした作品で知られた作家で[元船長の]御厨太郎氏が4日死去した。", "the second of two attributes"),
    ("[港を移すための条例案について、]市議会は4日、反対多数で否決した。", "what was decided on"),
    (
        "田中監督は昨年度も[3位で試合を終えているため、]優勝の経験を持たない監督となった。",
        "a clause that a year with も belongs to",
    ),
    (
        "[駅の見張りの機械は、改札に置かれている例はあるが、]客車の中に置かれるのは国内で初めてだという。",
        "a subject where the other is a clause with の",
    ),
    (
        "古い記録の読み込みは[未対応のようですが、]開発中のものなのでこれからに期待する。",
        "what is not so of its subject",
    ),
    ("[こうした]中で、昨今、二つの市は橋の工事を進めています。", "what 中 needs"),
    ("[この]地長崎で、市は橋の工事を進めています。", "before a place's own name"),
    ("[そんな]港町で市が橋の工事を進めています。", "of what kind"),
    ("会員は[20人ないし]23人と伝えられる。", "one of two numbers"),
    ("本島では[9月13日、]離島では9月19日に橋を開く。", "one of several dates"),
    ("[通信社は、当局者の話として、50件以上の家が崩れ、]60人が怪我をしたと伝えた。", "who says it"),
    ("幅は[中身の部分に適用され、]箱の大きさを変える。", "a passive clause before an active one"),
    ("道路の点検や補修を[行い3月26日の18:30ごろに]通行止めが解除された。", "the predicate of an object"),
    ("[市が4日に予算を]まとめ、橋を開く。", "a subject with what follows it"),
    ("商品は、[スポーツ庁によると、]来年売り出される。", "an authority that is no medium"),
    ("橋が[4日午後1時]すぎに崩れた。", "part of a limit in time"),
    ("Next.[js の]アプリを市が公開した。", "inside a word of Latin letters"),
    ("新しい関数 random[(1, 6)] は数を返します。", "the arguments of a function"),
    ("[博多の]森球技場で試合が始まった。", "before a place that begins like a person"),
    ("市は1972年に橋を開き、[1997年に]道を閉じた。", "one of two years"),
    ("[4日の港町新聞によると、]試合は同日開かれた。", "the date that 同日 means"),
    ("[ボタンを押すと画面が開き、]もう一度押すと画面が閉じる。", "what is done once before once more"),
    ("[カードは機能を書いた文書であり、]サーバーは必ず渡す必要がある。", "what is defined and used"),
]


def _found(marked: str) -> tuple[str, tuple[int, int], set[tuple[int, int]]]:
    text = marked.replace("[", "").replace("]", "")
    stretch = (marked.index("["), marked.index("]") - 1)
    seen = view(text, tuple(default_analyzer().analyze(text)))
    return text, stretch, {(span.start, span.end) for span in spans(seen)}


@pytest.mark.parametrize(("marked", "reason"), MAY, ids=[row[1] for row in MAY])
def test_may_be_cut(marked: str, reason: str) -> None:
    _, stretch, found = _found(marked)
    assert stretch in found, reason


@pytest.mark.parametrize(("marked", "reason"), MAY_NOT, ids=[row[1] for row in MAY_NOT])
def test_may_not_be_cut(marked: str, reason: str) -> None:
    """Nothing that overlaps the stretch may go, unless the whole clause around it goes."""
    _, stretch, found = _found(marked)
    assert stretch not in found, reason


@pytest.mark.parametrize("text", [row[0].replace("[", "").replace("]", "") for row in (*MAY, *MAY_NOT)])
def test_variants_are_disjoint_cuts_from_whole_to_short(text: str) -> None:
    made = variants(view(text, tuple(default_analyzer().analyze(text))), [], Surroundings(frozenset(), {}))
    assert made[0].cuts == ()
    assert len({variant.cuts for variant in made}) == len(made)
    for variant in made:
        ends = [0, *(end for _, end, _ in variant.cuts)]
        assert all(end <= start for end, (start, _, _) in zip(ends, variant.cuts, strict=False))
        assert 0 <= variant.quality <= 1


def test_no_morphemes_give_the_whole_sentence() -> None:
    assert [v.cuts for v in variants(view("港の橋。", ()), [], Surroundings(frozenset(), {}))] == [()]
