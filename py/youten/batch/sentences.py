"""What the batch says to people. Callers switch on the code; the sentences may change.

Apart from ``youten.messages`` because the browser, which loads those, never needs these.
"""

from __future__ import annotations

# code -> (Japanese, English); {names} are filled in by the caller
SENTENCES = {
    # why a record has no summary
    "bad_json": ("この行は JSON ではありません({what})。", "The line is not JSON ({what})."),
    "bad_record": ("この行は JSON のオブジェクトではありません。", "The line is not a JSON object."),
    "bad_id": (
        "「{what}」がないか、文字列でも整数でもありません。",
        '"{what}" is missing or neither a string nor an integer.',
    ),
    "bad_text": ("「{what}」がないか、文字列ではありません。", '"{what}" is missing or not a string.'),
    "bad_title": ("「{what}」が文字列ではありません。", '"{what}" is not a string.'),
    "bad_encoding": ("{what} として読めません。", "This is not {what}."),
    "too_long": (
        "長すぎます(1記事の上限は {limit:,} バイト)。--max-bytes で変えられます。",
        "This is too long: an article may have {limit:,} bytes. --max-bytes changes that.",
    ),
    "unreadable": ("読めません: {what}", "It cannot be read: {what}"),
    "loop": (
        "すでに見たフォルダーへ戻るリンクです。",
        "This link leads back to a folder that was already seen.",
    ),
    "bad_csv": (
        "この先は CSV として読めません({what})。残りは読んでいません。",
        "From here on this is no CSV ({what}). The rest was not read.",
    ),
    "bad_parquet": ("Parquet として読めません({what})。", "This cannot be read as Parquet ({what})."),
    "no_column": (
        "列「{what}」がありません(あるのは {found})。--id, --title, --text で列の名前を指定できます。",
        'There is no column "{what}" (there are {found}). --id, --title and --text name columns.',
    ),
    "worker_died": (
        "この記事の処理中に作業プロセスが止まりました(メモリー不足など)。",
        "The worker process died over this article (out of memory, perhaps).",
    ),
    # why nothing could be done
    "bad_input": ("{path} を読めません: {what}", "{path} cannot be read: {what}"),
    "no_match": ("{path} に当てはまるファイルがありません。", "No file matches {path}."),
    "unknown_layout": (
        "{path} の中身の形式が分かりません。--from で指定してください。",
        "What {path} holds cannot be told from its name. Say it with --from.",
    ),
    "needs_file": (
        "Parquet は標準入出力では扱えません。ファイルを指定してください。",
        "Parquet needs a file, not standard input or output.",
    ),
    "bad_number": ("{option} は {least} 以上です。", "{option} is at least {least}."),
    "needs_extra": (
        "{what} には追加のパッケージが要ります: pip install 'youten[{extra}]'",
        "{what} needs packages that are not installed: pip install 'youten[{extra}]'",
    ),
    "foreign_output": (
        "{path} はすでにあり、この batch の続きではありません。別の名前か --overwrite を指定してください。",
        "{path} exists and is not what an earlier batch left. Choose another name, or add --overwrite.",
    ),
    "busy_output": (
        "{path} にはほかの batch が書いています。",
        "Another batch is writing to {path}.",
    ),
    "bad_output": ("{path} に書けません: {what}", "{path} cannot be written: {what}"),
    "no_scheduler": (
        "スケジューラー {path} につながりません({what})。",
        "The scheduler {path} cannot be reached ({what}).",
    ),
    "needs_scheduler": (
        "--engine dask には --scheduler が要ります(例: tcp://10.0.0.1:8786)。",
        "--engine dask needs --scheduler (such as tcp://10.0.0.1:8786).",
    ),
    "other_version": (
        "ワーカーの youten は {what} で、こちらは {found} です。そろえてください。",
        "A worker has youten {what}, this is {found}. Install the same everywhere.",
    ),
    "lost_scheduler": (
        "スケジューラーとの接続が切れました({what})。終わった分は残っています。",
        "The connection to the scheduler was lost ({what}). What was done is kept.",
    ),
    # how it goes
    "progress": ("{done} 件{share}", "{done} articles{share}"),
    "rate": (" · {rate} 件/秒", " · {rate}/s"),
    "remaining": (" · 残り {time}", " · {time} left"),
    "rejected": (" · 不可 {count}", " · {count} rejected"),
    "finished": (
        "要約 {made} 件、前回のまま {kept} 件、不可 {rejected} 件。{time} ({rate} 件/秒)",
        "{made} summarised, {kept} kept from before, {rejected} rejected. {time} ({rate}/s)",
    ),
    "passed_over": (
        "記事の形式ではないファイル {count} 個は読みませんでした({kinds})。",
        "{count} files of other kinds were passed over ({kinds}).",
    ),
    "stopped": (
        "止めました。終わった分は残っています。同じコマンドで続きから始まります。",
        "Stopped. What was done is kept: the same command goes on from there.",
    ),
}


def say(code: str, lang: str, **values: object) -> str:
    """Give the sentence for ``code`` in ``lang`` ("ja"; anything else: English), its values filled in."""
    return SENTENCES[code][0 if lang == "ja" else 1].format(**values)
