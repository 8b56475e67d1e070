"""Messages of ``youten inject`` in English."""

MESSAGES = {  # code -> template
    # left alone
    "switched_off": "switched off by its author",
    "other_box": "has a box from elsewhere",
    "no_box": "has no box",
    "empty": "has no article text",
    "no_sentence": "has no sentence that a box could use",
    "not_japanese": "is not Japanese",
    "already_short": "is as short as a box already",
    "budget_too_small": "no sentence fits into the limit",
    "several_articles": "is a list of articles (--article chooses one)",
    "unlike": "is neither Markdown nor HTML",
    "built": "is what the site's generator wrote (name the folder to write into it)",
    "link": "symbolic links are not followed",
    # written all the same
    "in_excerpt": (
        "the whole text is its excerpt, so the box is in it; "
        "LF in place of CRLF, an excerpt separator or excerpt: would change that"
    ),
    # to be made again
    "stale": "the box no longer fits the article or the options",
    # problems of the content
    "edited_box": "the box was edited by hand (--refresh makes it anew)",
    "several_boxes": "has more than one box",
    "open_box": "the box has no </aside>",
    "open_block": "the block that begins in line {line} has no <!-- youten:end -->",
    "bad_mark": "the mark in line {line} cannot be read",
    "filled_place": "the place that begins in line {line} holds text that youten did not write",
    "front_matter_refused": "the front matter cannot be written without changing other keys",
    "key_taken": "{key} in the front matter is not youten's (--key names another)",
    "list_missing": "the front matter has youten's mark, but no {key} (--key names another)",
    "no_lists_here": "front matter of the kind {kind} cannot take a list (--into block works)",
    "no_place": "no element matches --selector",
    "unsafe_place": "the page is broken where the box would go (--selector chooses another place)",
    # problems of the file
    "unsafe_encoding": "cannot safely hold the box as {encoding}; save it as UTF-8, for example",
    "too_large": "is too large ({megabytes:.0f} MB; the limit is {limit:.0f} MB)",
    "no_file": "does not exist",
    "not_regular": "is not a regular file",
    "link_loop": "is a loop of symbolic links",
    "dead_link": "is a symbolic link to nothing",
    "read_only": "is read-only",
    "unreadable": "cannot be read: {what}",
    "unwritable": "cannot be written: {what}",
    "changed_meanwhile": "was changed by another program meanwhile",
    "internal": "something went wrong ({what})",
    # the site that a file belongs to
    "site": "{name} ({file}): {why}",
    "site_excerpt": "a new box goes below the first paragraph, so that it is not the excerpt (--place)",
    "site_description": (
        "a new box goes below the paragraphs of the first 200 characters, "
        "so that it is not in the description (--place)"
    ),
    "site_front_matter": "the box goes into the front matter as {key}; the guide has the template (--into)",
    "site_notation": "the box is written in the notation {format} (--format)",
    "site_top": "a new box goes below the headline (--place)",
    # what a line begins with, and what the last line counts
    "status_added": "added",
    "status_updated": "updated",
    "status_removed": "removed",
    "status_kept": "unchanged",
    "status_left": "left alone",
    "status_problem": "problems",
    # the same in check mode, where nothing is written
    "check_added": "no box yet",
    "check_updated": "out of date",
    "check_removed": "box to be removed",
    "check_kept": "fits",
    # other lines
    "more": "and {count} more (--verbose names all)",
    "nothing": "No Markdown or HTML was found.",
    "files": "{count} files",
    "selector": "not a selector that is known here: {what} (use names, #id, .class, [name=value], spaces, >)",
    "key": "not a name for --key: {what}",
}
