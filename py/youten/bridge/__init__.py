"""The boundary to JavaScript: JSON text in, JSON text out. Every request gets a reply.

Offsets in replies are UTF-16 code units of the caller's text, as JavaScript counts.

Every reply has "ok"; an error is {"ok":false,"error":{"code","message"}}. Requests by "action":

- "info" -> version, analyzer
- "begin", "text", ["title"], ["options"], ["salience"] -> job, state "working", progress 0.0
- "advance", "job", ["budgetMs"] -> "working" and progress, or "done" with summary and phases
- "cancel", "job" -> state "cancelled"
- "compose", "job", ["options"], ["salience"] -> "done": the last finished job's article with other options
- "summarize", "text", ["title"], ["options"], ["salience"] -> "done" in one go
- "readings", ["job", "spans":[[start,end],…]], ["texts":[string,…]], ["budgetMs"] -> "done" with furigana:
  "spans": for each span of the last finished job's text the list of [start,end,"かな"] that lie in it,
  with offsets in that text; "texts": the same for strings of any other origin (a title), with offsets in
  each. With a budget (ms) perhaps only the first spans are answered, at least one: ask again for those
  beyond the length of "spans". All are a machine's guesses but for those that the article gives in
  brackets. Error "no_readings" until ``browser.add_readings`` gets the second file, in every new worker
- "forms", "job", "spans":[[start,end],…], ["options"] -> "done" with "forms": for each span [short, whole],
  the sentence of the last finished job's article that begins there, as in a summary; null if there is none
  that may be chosen. The short one fits "maxChars", or is the shortest
- "render", "job", "format", ["options"], ["lines"] -> text: the last finished job's summary as text to paste,
  where "format" is text, markdown, html, embed, qiita, zenn, hatena, wordpress or note. "lines" are a
  reader's own instead of the engine's, each the list of its segments [[start,end],…] in the article

With "salience": true, "done" also has "salience": [start, end, score] of every sentence that could have been
chosen, in document order; 0 is the weakest of the article and 1 the best, more where the reader's focus adds.

Options are {"sentences":1..10,"maxChars":int|null,"lang":"ja"|"en","ratio":0..1|null,"headline":bool,
"keyphrases":0..20,"focus":string,"squeeze":bool,"whole":bool,"form":string}; phases are milliseconds.

``requests`` decodes, ``replies`` encodes, ``jobs`` keeps what is under way, ``actions`` is the table.
"""

from youten.bridge.actions import Bridge

__all__ = ["Bridge"]
