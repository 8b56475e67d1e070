"""Messages of the batch in Japanese."""

MESSAGES = {  # code -> template
    # why a record has no summary
    "bad_json": "この行は JSON ではありません({what})。",
    "bad_record": "この行は JSON のオブジェクトではありません。",
    "bad_id": "「{what}」がないか、文字列でも整数でもありません(別の名前は --id。--id row は行の番号)。",
    "bad_text": "「{what}」がないか、文字列ではありません(別の名前は --text)。",
    "bad_title": "「{what}」が文字列ではありません。",
    "bad_encoding": "{what} として読めません。",
    "too_long": "長すぎます(1記事の上限は {limit:,} バイト)。--max-bytes で変えられます。",
    "unreadable": "読めません: {what}",
    "loop": "すでに見たフォルダーへ戻るリンクです。",
    "unclosed_quote": "この行の引用符が閉じていません。ここから {count} 行は読めていません。",
    "outside": "フォルダーの外を指すリンクです。読むときは、リンク先を指定してください。",
    "bad_csv": "この先は CSV として読めません({what})。残りは読んでいません。",
    "bad_parquet": "Parquet として読めません({what})。",
    "bad_sqlite": "この先は SQLite のデータベースとして読めません({what})。残りは読んでいません。",
    "no_table": "表を --table で、列を --id, --title, --text で指定してください。あるのは {found} です。",
    "no_column": (
        "列「{what}」がありません(あるのは {found})。"
        "--id, --title, --text で列の名前を指定できます(--id row は行の番号)。"
    ),
    "worker_died": "この記事の処理中に作業プロセスが止まりました(メモリー不足など)。",
    # why nothing could be done
    "bad_input": "{path} を読めません: {what}",
    "no_match": "{path} に当てはまるファイルがありません。",
    "unknown_layout": "{path} の中身の形式が分かりません。--from で指定してください。",
    "unknown_output": (
        "{path} の形式が分かりません。--to で指定してください(.jsonl.gz、.csv.gz、.tsv.gz は圧縮します)。"
    ),
    "needs_file": "{what} は標準入出力では扱えません。ファイルを指定してください。",
    "bad_number": "{option} は {least} 以上です。",
    "needs_extra": "{what} には追加のパッケージが要ります: pip install 'youten[{extra}]'",
    "foreign_output": (
        "{path} はすでにあり、この batch の続きではありません。別の名前か --overwrite を指定してください。"
    ),
    "busy_output": "{path} にはほかの batch が書いています。",
    "bad_output": "{path} に書けません: {what}",
    "no_scheduler": "スケジューラー {path} につながりません({what})。",
    "needs_scheduler": "--engine dask には --scheduler が要ります(例: tcp://10.0.0.1:8786)。",
    "other_version": "ワーカーの youten は {what} で、こちらは {found} です。そろえてください。",
    "lost_scheduler": "スケジューラーとの接続が切れました({what})。終わった分は残っています。",
    # how it goes
    "progress": "{done} 件{share}",
    "rate": " · {rate} 件/秒",
    "remaining": " · 残り {time}",
    "rejected": " · 不可 {count}",
    "read_as": "{path} を {how} として読みます。",
    "finished": "要約 {made} 件、前回のまま {kept} 件、不可 {rejected} 件。{time} ({rate} 件/秒)",
    "passed_over": "記事の形式ではないファイル {count} 個は読みませんでした({kinds})。",
    "stopped": "止めました。終わった分は残っています。同じコマンドで続きから始まります。",
}
