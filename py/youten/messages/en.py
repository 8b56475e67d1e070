"""Messages of the core in English."""

MESSAGES = {  # code -> template
    # notices: a summary comes with them
    "empty": "There is no article text.",
    "no_sentence": "No sentence was found that a summary could use.",
    "no_sentence_end": "No line ends like a sentence (with 。), so lines were used as they are.",
    "no_full_stops": "Speech without 。: it was divided where です, ます and the like end a sentence.",
    "already_short": "The text is already short, so nearly all of it is shown.",
    "fewer_fit": "{count} of the sentences suit a short box.",
    "fewer_sentences": "Only {count} of the sentences could be used in a summary.",
    "budget_too_small": "No sentence fits into the limit of {max_chars} characters.",
    "not_japanese": "This does not look like Japanese. Summaries of other languages may be poor.",
    # errors: nothing comes with them
    "bad_option": "An option is not valid: {what} (given: {given})",
    "not_text": "{name} has to be a str, and is {given}.",
    "bad_request": "The request is not well-formed: {what}",
    "unknown_action": "Unknown action: {what}",
    "no_such_job": "That job no longer exists. Please start again.",
    "no_readings": "The data for readings is not here yet.",
    "internal": "Something went wrong while summarising ({what}).",
}
