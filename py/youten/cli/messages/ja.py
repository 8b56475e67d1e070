"""Words of the command line in Japanese."""

MESSAGES = {  # code -> template
    "usage": "使い方: ",
    "positionals": "引数",
    "options": "オプション",
    "summary_options": "要約",
    "help": "この説明を表示する",
    "version": "版を表示する",
    # youten
    "about_article": "日本語の記事から要点を三文で抜き出します。",
    "examples_article": """\
例:
  youten 記事.txt                      三文の要約
  youten < 記事.txt                    パイプから
  youten --sentences 2 a.md b.html c.docx
  youten --format zenn 記事.md         記事に貼り付ける囲み

コマンド: youten batch(大量の記事)、youten inject(サイトのファイルに囲みを書き込む)、
youten doctor(動作の確認)、youten completion(シェルの補完)、youten man(マニュアル)。
同じ名前のファイルは ./batch のように書きます。
""",
    "files": "記事かフォルダー。なければ(または -)標準入力",
    "title": "本文に見出しがないときの見出し",
    "format": "出力形式。embed から後は記事に貼り付ける囲み",
    "encoding": "入力の文字コード(自動で判定できないとき。cp932、euc-jp など)",
    "needs_file": "FILE を指定するか、標準入力に記事を渡してください(youten --help)",
    "one_title": "--title は記事が一つのときだけ使えます",
    "nothing": "{path} に記事(.txt、.md、.html、.docx)がありません",
    "bad_input": "{path} を読めません: {what}",
    "too_large": "{limit:,} バイトを超えています",
    "unknown_codec": "知らない文字コードです: {what}",
    "name_encoding": "{what}。文字コードは --encoding(cp932、euc-jp など)で指定できます",
    # the options of a summary
    "sentences": "文の数。1〜10(既定: 3)",
    "max_chars": "要約の字数の上限(三文なら 125)",
    "ratio": "記事に対する長さの上限。0〜1",
    "headline": "40 字以内の見出しを先頭に付ける",
    "keyphrases": "キーワードの数。0〜20(既定: 0)",
    "focus": "注目する言葉",
    "squeeze": "さらに短くする(かっこの中も切る)",
    "as": "何として読むか：article、minutes、mail など（指定しなければ見た目から決める）",
    "whole": "文を切らずにそのまま出す",
    "lang": "メッセージの言語(既定: ロケール)",
    # youten batch
    "about_batch": "大量の記事を要約します(JSON Lines、CSV、Parquet、SQLite、テキスト、フォルダー)。",
    "examples_batch": """\
例:
  youten batch < 記事.jsonl > 要約.jsonl
  youten batch content 記事.csv -o 要約.csv --rejects 不可.jsonl

INPUT と --output がなければ、標準入力の JSON Lines {{id, title, text}} を一行ずつ読み、
次を読む前に {{id, sentences, ...}} を標準出力に書きます。

--output があれば、いつ止めても同じコマンドで続きから始まり、二度目からは新しい記事と
変わった記事だけを処理します。そのための記録は OUTPUT.youten にあります。

終了コード: 0 すべて要約した、1 要約できない記事があった、2 始められなかった、130 中断
""",
    "inputs": "ファイル、フォルダー、パターン。-: 標準入力(既定)",
    "output": "要約の出力先。-: 標準出力(既定)",
    "from": "入力の形式(既定: 名前から)",
    "to": "出力の形式(既定: 名前から、なければ jsonl)",
    "rejects": "要約できなかった記事と理由の出力先(JSON Lines)",
    "jobs": "プロセスの数。0: コアの数(既定。パイプでは 1)",
    "id": "id の列の名前(既定: id)。row: 行の番号を使う",
    "title_field": "見出しの列の名前(既定: title)",
    "text_field": "本文の列の名前(既定: text)",
    "table": "データベースの表の名前(既定: 列の揃った、ただ一つの表)",
    "encoding_files": "テキストと CSV の文字コード(既定: 自動で判定)",
    "max_bytes": "一つの記事の上限(既定: {limit:,} バイト)",
    "overwrite": "FILE に何があっても最初から始める",
    "engine": "処理する場所(既定: local)",
    "scheduler": "Dask のスケジューラー(tcp://10.0.0.1:8786 など)",
    "quiet_batch": "経過と最後の行を出さない",
    # youten inject
    "about_inject": (
        "Markdown と HTML のファイルに AI要約 の囲みを書き込みます(フォルダーはその中すべて)。\n"
        "囲みのほかには触れません。二度目は何も変えません。"
    ),
    "examples_inject": """\
例:
  youten inject content/posts            囲みを書き込む
  youten inject --dry-run content/posts  差分だけ見る
  youten inject --check --changed        CI で、合わない囲みがあれば失敗する
  youten inject --remove content/posts   取り除く

オプションと対象は .youten.toml か、pyproject.toml の [tool.youten] に書けます。
記事ごとに無効にするには、フロントマターの youten: false か <meta name=youten content=off>。
場所を選ぶには、空の <!-- youten:begin --> と <!-- youten:end --> を二行で置くか、
<aside data-youten></aside> を置きます。.gitignore と .youtenignore に従います。

終了コード: 0 問題なし、1 できないファイルがあった(--check では囲みがない、古い)、2 使い方の誤り
""",
    "paths": "サイトのファイルとフォルダー",
    "check": "何も変えず、合わない囲みがあれば 1 で終わる",
    "dry_run": "何も変えず、差分を表示する",
    "remove": "囲みを取り除く",
    "refresh": "手で直した囲みや古い版の囲みも作り直す",
    "style": "囲みに枠線を付ける",
    "changed": "git で新しいか変更のあるファイルだけ",
    "since": "このコミットから変わったファイルだけ",
    "jobs_inject": "プロセスの数。0: コアの数(既定: 1)",
    "markdown": "Markdown(既定: サイトのファイルから選ぶ)",
    "into": "本文の中の囲みか、フロントマターのリスト",
    "key": "リストの名前(既定: summary)",
    "format_inject": "囲みの記法(既定: embed)",
    "place": "新しい囲みを見出しの下か、最初の段落の下に置く",
    "html": "HTML のページ",
    "article": "記事の要素(既定: article、main、body)",
    "selector": "囲みを置く目印の要素(既定: h1)",
    "position": "その要素から見た位置(既定: after)",
    "exclude": "除くもの(.gitignore の書き方)",
    "verbose": "すべてのファイルの名前を出す",
    "quiet_inject": "問題だけを出す",
    "report": "すべての囲みを記事と並べて、このページに書く",
    "report_title": "{count} 件の囲みと記事",
    "bad_report": "{path} に書けません: {what}",
    "exclusive": "{one} と {other} は一緒に使えません",
    "no_paths": "ファイルかフォルダーを指定してください(.youten.toml の paths でもかまいません)",
    "bad_config": "{path} を使えません: {what}",
    "config_unknown": "{what} という指定はありません",
    "config_value": "{what} に {value} は使えません",
    "no_git": "--changed には git とリポジトリーが要ります: {what}",
    # youten doctor, completion, man
    "about_doctor": "この環境に入っているものと、動くかどうかを表示します。",
    "about_completion": "シェルの補完を出力します。",
    "examples_completion": """\
例:
  eval "$(youten completion bash)"                       # ~/.bashrc に書く
  youten completion zsh > ~/.zfunc/_youten               # $fpath のフォルダー
""",
    "shell": "シェル",
    "about_man": "マニュアルのページを出力します(youten man | man -l -)。",
    "man_name": "日本語の記事から三つの短い文を抜き出す",
    "works": "動きます",
    "missing": "なし",
    "doctor_dictionary": "辞書",
    "doctor_summary": "要約",
    "doctor_encodings": "文字コード",
    "doctor_language": "言語",
    "doctor_optional": "追加の機能",
}
# What argparse says, and what we say instead; the groups of the pattern fill in {0}, {1}, ...
ARGPARSE: tuple[tuple[str, str], ...] = (
    (r"the following arguments are required: (.*)", "{0} が要ります"),
    (r"unrecognized arguments: (.*)", "知らない引数です: {0}"),
    (r"argument (\S+): expected (?:one|at least one) argument", "{0} には値が要ります"),
    (r"argument (\S+): invalid (?:int|float) value: (.*)", "{0} の値が数ではありません: {1}"),
    (r"argument (\S+): invalid choice: (.*) \(choose from (.*)\)", "{0} に {1} は使えません({2} のどれか)"),
    (r"argument (\S+): not allowed with argument (\S+)", "{0} と {1} は一緒に使えません"),
    (r"argument (\S+): ignored explicit argument (.*)", "{0} に値は付けられません: {1}"),
)
