"""The words that decide what of a sentence may go. They are hard: no learned weight overrules them.

``rows`` and ``spans`` use them. Source: the kinds of deletion that editors use, and the faults found by
reading what weights alone would cut.
"""

from __future__ import annotations

import re

# Forms of a bunsetsu whose loss leaves the predicate without what it needs, or says something else.
STAYS = re.compile(
    "(?:を|が|は|も|しか|だけ|のみ|より|よりも|まで|までに|か|かどうか|でも|ても|さえ|すら|こそ|ば|なら|たら|ほど|ずつ|"
    "という|といった|って|とは|のは|のが|のを|のに|について|に関して)、?$"
)
# Nouns that say nothing without what stands before them.
RELATIVE = re.compile(
    "(?:うち|中|なか|期|春|夏|秋|冬|朝|夜|週|あいだ|途中|最中|頃|ころ|当時|瞬間|末|"
    "内|外|前|後|上|下|間|際|時|とき|ため|為|こと|事|もの|物|よう|の|ところ|所|点|方|者|人|人々|場合|必要|"
    "可能性|恐れ|おそれ|疑い|予定|方針|見通し|見込み|考え|意向|とおり|通り|ほか|他|以外|以上|以下|以降|以前|一部|多く|大半|半数|全員|"
    "一つ|一人|ひとつ|名|年|月|日|数|額|割合|結果|理由|原因|影響|目的|意味|内容|状態|状況|形|はず|わけ|つもり|まま|たび|度|"
    "対象|側|周辺|付近|近く|向け|等|など|的|化|性|部分|度合|程度|件|例|相手|双方|両方|同士|それぞれ|各|上空|沖|産|発|行き?|出身|"
    "一方|反面|地|場|道|在住|市内|県内|国内|都内|海域|市民|県民|国民|政府|当局)"
)
LIMITS = re.compile(
    "うち|除[くいき]|のみ|だけ|未(?!来|明)|ない|なし|以外|場合|限り|限定|ただし|一部|最も|最多|最大|唯一|初め|初の|ほぼ|全て|すべて|"
    "全員|約[0-9０-９一二三四五六七八九十百千万]|以上|以下|可能性|恐れ|おそれ|疑い|必ず|まだ|ほとんど|あまり|決して|まったく|全く|"
    "もう|しか|比べ|に対|反し|もし|たとえ|仮に|当初|一時|それぞれ|いずれ|どちら|または|又は|もしくは|若しくは|あるいは|"
    "(?<!に)より(?:多|少|高|低|良|よ)|"
    "死亡|死者|死去|亡くな|犠牲|遺体|殺[さしす害]|^より$|^再び|^また$"
)
# What limits the rest of the sentence too, though it stands in another clause.
FIRM = re.compile(
    "ただし|もし|たとえ|仮に|場合|限り|除[くいき]|当初|一時|死亡|死者|死去|亡くな|犠牲|遺体|殺[さしす害]|"
    "墜落|衝突|転落|爆発|崩落|沈没|逮捕|倒産"
)
COUNTED = re.compile(
    "[0-9０-９〇一二三四五六七八九十百千万億兆]+(?:人|名|円|ドル|件|%|％|割|票|点|倍|台|社|か国|カ国|ヶ国)"
)
# What holds only where or when the sentence says so: 国内で初めて.
SCOPE = re.compile("初|最[^近後初]|唯一|だけ|のみ|過去|番目|記録的|全国|国内")
LIGHT = frozenset(
    ("する", "なる", "ある", "いる", "できる", "いう", "行う", "言う", "思う", "みる", "しまう")
)
CONDITION = re.compile("(?:れば|たら|なら|ならば|場合|限り|とき|時|際|と)(?:は|に|には|も)?、?$")
SOURCE = re.compile("によると|によれば|によりますと|ところで?は、|ところによ")
# Who reports facts without being a party to them. Not 朝日町, スポーツ庁, 共同研究チーム, 手紙.
MEDIUM = re.compile(
    "新聞|通信社?(?!省|会社|大手)|テレビ|放送|ニュース|報道|時事|共同(?=に|、|や|・|など)|ロイター|AFP|AP|NHK|BBC|CNN|読売|"
    "朝日(?![町村区市])|毎日(?!の)|産経|日経|日刊|ドットコム|スポーツ(?![庁省協選連])|スポニチ|ジャーナル|(?<!手)紙(?=に|、|や|・|など|が)|"
    "電子版|タイムズ|ブルームバーグ|メディア|各社|報知|新華社|ITmedia|CNET|ITPro|Impress|INTERNETWatch|TBS|テレ[朝東]"
)
# A clause that may go from before the main one. What attaches to it attaches to the main predicate then.
CLAUSE = re.compile(
    "^(?:連用|て|で|が|けど|けれど|けれども|ながら|ほか|ところ|ため|ので|から|ことから|一方|一方で|うえで|上で|とともに|"
    "し|たり|つつ)[^、]{0,2}、$"
)
PASSIVE = frozenset(("れる", "られる"))
# Nouns that end such a clause: 調べたところ、; 協議した結果、.
CLOSERS = frozenset(("ところ", "結果", "ため", "うえ", "上", "後", "あと"))
# What may be left behind by such a clause: a subject, if the main one has none of its own, a place or a time.
SUBJECT = re.compile("^(?:は|が|も)、?$")
CARRIED = re.compile("^(?:は|が|では|には|で、|に、|、)、?$")
TOPIC = re.compile("^(?:は|では|には|について|に関して)、?$")
NAME = "名詞,固有名詞"

# What a sentence says again, more of, or otherwise than the clause before it.
SEQUEL = (
    "もう一度", "再度", "再び", "さらに", "更に", "同様", "逆に", "反対に",
    "他の", "ほかの", "別の", "次に", "その後",
)  # fmt: skip
# Joins alternatives and members of a list; what stands before it is no aside.
JOINS = frozenset((
    "および", "及び", "または", "又は", "もしくは", "若しくは",
    "あるいは", "ならびに", "並びに", "かつ", "ないし",
))  # fmt: skip
# A point in time that may go, and what makes one a length or a limit that may not.
DATE = re.compile(
    "[0-9０-９一二三四五六七八九十]+(?:年|月|日)|[昨今来先同当翌前]{1,2}[年月日週]|(?:午前|午後)[0-9０-９]|この日"
)
# A time that another one in the sentence says which it is.
SAME_TIME = re.compile("(?:同|翌|前)[日月年]")
SPAN = re.compile("間|近く|ぶり|ごと|一度|おき|以[上下内降前来]|目|[つ人回]|代|ずつ|すぎ|過ぎ|から|まで|現在")
CLOCK = re.compile(
    "(?:現地時間)?(?:午前|午後|深夜|未明|早朝|夜|昼)?[0-9０-９]{1,2}時(?:[0-9０-９]{1,2}分|半)?"
    "(?:[（(][^（）()]*[）)])?(?:[ごこ]ろ|頃)?"
)
# What follows a time of day that is a limit: 午後1時すぎ, 8時から.
AFTER_CLOCK = ("から", "まで", "以降", "以前", "すぎ", "過ぎ", "前", "間")
ADVERBS = frozenset(
    ("すでに", "既に", "再び", "改めて", "新たに", "今回", "現在", "今後", "引き続き", "このほど")
)
TITLES = frozenset(
    ("氏", "さん", "容疑者", "被告", "選手", "大統領", "首相", "監督", "議員", "知事", "市長", "社長", "教授")
)
PLACE = re.compile(
    "[都道府県市区町村国内外島州]で|(?:病院|会場|会見|会議|大会|本部|庁|省|署|館|場|園|駅|所|室|店|校|学|ドーム|公園|"
    "ホテル|スタジアム|センター|ホール|球場)(?:で|にて|において)"
)
POINTING = re.compile(
    "今回の|これらの|このような|そのような|こうした|そうした|上記の|前述の|同(?!じ)[^のをがはにで]{1,6}の"
)
# この before these is part of a date or of a name and stays: この年, この地長崎.
AFTER_THIS = ("地", "年", "日", "春", "夏", "秋", "冬", "時", "間", "中", "ほど", "たび", "度")
# A medium's report behind a finished clause: …が死亡した|と共同通信が報じた|。
REPORT = re.compile(
    "と(?=[^、。「」]{0,24}(?:新聞|通信|テレビ|放送|メディア|紙|報道機関|ニュース|CNN|BBC|NHK|AFP|ロイター|時事|共同))"
    "[^、。「」]{1,30}(?:が|は|で)(?:[0-9]+日)?(?:報じ|伝え|報道し)(?:た|ている|ていた|られた|られている)(?=。?$)"
)
