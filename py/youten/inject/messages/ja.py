"""Messages of ``youten inject`` in Japanese."""

MESSAGES = {  # code -> template
    # left alone
    "switched_off": "youten: false と書かれています",
    "other_box": "ほかの方法で付けた要約の囲みがあります",
    "no_box": "囲みはありません",
    "empty": "本文がありません",
    "no_sentence": "要約に使える文がありません",
    "not_japanese": "日本語の文章ではありません",
    "already_short": "短いので囲みは要りません",
    "budget_too_small": "文字数の上限に収まる文がありません",
    "several_articles": "記事の一覧のページです(一つを選ぶには --article)",
    "unlike": "Markdown でも HTML でもありません",
    "built": "サイトのビルド結果です(書き込むときは、このフォルダーを指定)",
    "link": "シンボリックリンクはたどりません",
    # written all the same
    "in_excerpt": (
        "記事の全体が抜粋になるので、囲みも入ります"
        "(改行を CRLF から LF に変えるか、区切りか excerpt: を書けば入りません)"
    ),
    # to be made again
    "stale": "囲みが記事または指定と合っていません",
    # problems of the content
    "edited_box": "囲みが手で直されています(作り直すには --refresh)",
    "several_boxes": "囲みが二つ以上あります",
    "open_box": "囲みの </aside> がありません",
    "open_block": "{line}行目の囲みに終わりの印 <!-- youten:end --> がありません",
    "bad_mark": "{line}行目の囲みの印が読めません",
    "filled_place": "{line}行目からの囲みの場所に、youten が書いたのではない文章があります",
    "front_matter_refused": "フロントマターを壊さずに書き込めません",
    "key_taken": "フロントマターの {key} は youten のものではありません(別の名前は --key)",
    "list_missing": "フロントマターに youten の印がありますが、{key} がありません(別の名前なら --key)",
    "no_lists_here": "{kind} 形式のフロントマターには書き込めません(--into block を使えます)",
    "no_place": "--selector に当たる要素がありません",
    "unsafe_place": "ページが壊れていて、囲みを置くと記事が変わってしまいます(場所は --selector で選べます)",
    # problems of the file
    "unsafe_encoding": "{encoding} のままでは囲みを安全に入れられません。UTF-8 などに変えてください",
    "too_large": "大きすぎます({megabytes:.0f} MB。上限は {limit:.0f} MB)",
    "no_file": "ありません",
    "not_regular": "ふつうのファイルではありません",
    "link_loop": "シンボリックリンクが輪になっています",
    "dead_link": "シンボリックリンクの先がありません",
    "read_only": "書き込みが許されていません",
    "unreadable": "読めません: {what}",
    "unwritable": "書き込めません: {what}",
    "changed_meanwhile": "作業中に別のプログラムが書き換えました",
    "internal": "内部の誤りです({what})",
    # the site that a file belongs to
    "site": "{name} のサイト({file})です。{why}",
    "site_excerpt": "抜粋にならないように、新しい囲みは最初の段落の下に置きます(--place で変更)",
    "site_description": (
        "description にならないように、新しい囲みは初めの 200 字の段落の下に置きます(--place で変更)"
    ),
    "site_front_matter": "フロントマターの {key} に入れます。表示のしかたは手引きにあります(--into で変更)",
    "site_notation": "囲みは {format} の記法で書きます(--format で変更)",
    "site_top": "新しい囲みは見出しの下に置きます(--place で変更)",
    # what a line begins with, and what the last line counts
    "status_added": "追加",
    "status_updated": "更新",
    "status_removed": "削除",
    "status_kept": "そのまま",
    "status_left": "対象外",
    "status_problem": "できませんでした",
    # the same in check mode, where nothing is written
    "check_added": "囲みがない",
    "check_updated": "囲みが古い",
    "check_removed": "囲みが不要",
    "check_kept": "合っている",
    # other lines
    "more": "ほか {count} 件(--verbose ですべて)",
    "nothing": "Markdown も HTML も見つかりませんでした。",
    "files": "{count} ファイル",
    "selector": "セレクターとして読めません: {what}(要素名、#id、.class、[属性=値]、空白、> が使えます)",
    "key": "--key に使えない名前です: {what}",
}
