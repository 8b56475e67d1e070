"""Messages of the batch in English."""

MESSAGES = {  # code -> template
    # why a record has no summary
    "bad_json": "The line is not JSON ({what}).",
    "bad_record": "The line is not a JSON object.",
    "bad_id": '"{what}" is missing or neither a string nor an integer (see --id).',
    "bad_text": '"{what}" is missing or not a string (--text names another).',
    "bad_title": '"{what}" is not a string.',
    "bad_encoding": "This is not {what}.",
    "too_long": "This is too long: an article may have {limit:,} bytes. --max-bytes changes that.",
    "unreadable": "It cannot be read: {what}",
    "loop": "This link leads back to a folder that was already seen.",
    "unclosed_quote": "A quotation mark here is never closed. {count} lines from here on were not read.",
    "outside": "This link leads out of the folder. Name what it leads to if that is to be read.",
    "bad_csv": "From here on this is no CSV ({what}). The rest was not read.",
    "bad_parquet": "This cannot be read as Parquet ({what}).",
    "bad_sqlite": "From here on this is no SQLite database ({what}). The rest was not read.",
    "no_table": "Name the table with --table, its columns with --id, --title and --text. There are: {found}.",
    "no_column": (
        'There is no column "{what}" (there are {found}). '
        "--id, --title and --text name columns; --id row numbers the rows."
    ),
    "worker_died": "The worker process died over this article (out of memory, perhaps).",
    # why nothing could be done
    "bad_input": "{path} cannot be read: {what}",
    "no_match": "No file matches {path}.",
    "unknown_layout": "What {path} holds cannot be told from its name. Say it with --from.",
    "unknown_output": (
        "The format of {path} is not known: choose one with --to (.jsonl.gz, .csv.gz, .tsv.gz are packed)."
    ),
    "needs_file": "{what} needs a file, not standard input or output.",
    "bad_number": "{option} is at least {least}.",
    "needs_extra": "{what} needs packages that are not installed: pip install 'youten[{extra}]'",
    "foreign_output": (
        "{path} exists and is not what an earlier batch left. Choose another name, or add --overwrite."
    ),
    "busy_output": "Another batch is writing to {path}.",
    "bad_output": "{path} cannot be written: {what}",
    "no_scheduler": "The scheduler {path} cannot be reached ({what}).",
    "needs_scheduler": "--engine dask needs --scheduler (such as tcp://10.0.0.1:8786).",
    "other_version": "A worker has youten {what}, this is {found}. Install the same everywhere.",
    "lost_scheduler": "The connection to the scheduler was lost ({what}). What was done is kept.",
    # how it goes
    "progress": "{done} articles{share}",
    "rate": " · {rate}/s",
    "remaining": " · {time} left",
    "rejected": " · {count} rejected",
    "read_as": "{path} is read as {how}.",
    "finished": "{made} summarised, {kept} kept from before, {rejected} rejected. {time} ({rate}/s)",
    "passed_over": "{count} files of other kinds were passed over ({kinds}).",
    "stopped": "Stopped. What was done is kept: the same command goes on from there.",
}
