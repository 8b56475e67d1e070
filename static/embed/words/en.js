/** The English words of box and frame; see ja.js. */

/** @type {Record<keyof typeof import("./ja.js").box, string>} */
export const box = {
  label: "AI要約",
  method: "extractive, on your device",
  start: "Summarise",
  cost: "Loads about {size} MB first. The text never leaves your device.",
  stop: "Stop",
  again: "Try again",
  download: "Loading {percent}%",
  stalled: "The download makes no progress. Please check the connection and any ad blocker.",
  begin: "Getting ready",
  summarize: "Summarising",
  stopped: "Stopped.",
  done: "The summary is ready.",
  length: "{article} characters → {summary} ({rate}%)",
  place: "To where this stands in the article ({number})",
  empty: "There was no sentence to summarise.",
  no_article: "No article was found to summarise.",
  too_long: "The article is too long.",
  language: "Articles in this language cannot be summarised.",
  blocked: "This page's Content-Security-Policy does not let the summariser's frame in.",
  refused: "An ad blocker or this page seems to stop the summariser. Please allow it and try again.",
  offline: "You are offline. Please try again once you are connected.",
  unreachable: "Could not be loaded. Please check the connection and try again.",
  missing: "A file that is needed was not found. Please try again later.",
  damaged: "A file arrived damaged. Please try again.",
  unsupported: "This browser cannot run the summariser. Please try a newer one.",
  memory: "There is not enough memory. Please close other tabs and try again.",
  unknown: "No summary could be made. Please try again.",
};

/** @type {Record<keyof typeof import("./ja.js").frame, string>} */
export const frame = {
  field: "Article (記事)",
  placeholder: "Paste a Japanese article here",
  private: "The text stays inside this frame: neither the page around it nor any server gets it.",
};
