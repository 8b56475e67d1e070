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
  stalled: "The download stands still. Please check the connection and any ad blocker.",
  begin: "Getting ready",
  summarize: "Summarising",
  stopped: "Stopped.",
  done: "The summary is ready.",
  length: "{article} characters → {summary} ({rate}%)",
  place: "To its place in the article ({number})",
  empty: "No sentence was found to summarise.",
  no_article: "No article was found to summarise.",
  too_long: "The article is too long.",
  language: "Articles in this language cannot be summarised.",
  blocked: "This page's Content-Security-Policy forbids the summariser's frame.",
  refused: "An ad blocker or this page stops the summariser. Please allow it and try again.",
  offline: "You are offline. Please try again once connected.",
  unreachable: "Could not be loaded. Please check the connection and try again.",
  missing: "A needed file was not found. Please try again later.",
  damaged: "A file arrived damaged. Please try again.",
  unsupported: "This browser cannot run the summariser. Please try a newer one.",
  memory: "Not enough memory. Please close other tabs and try again.",
  unknown: "No summary could be made. Please try again.",
};

/** @type {Record<keyof typeof import("./ja.js").frame, string>} */
export const frame = {
  field: "Article (記事)",
  placeholder: "Paste a Japanese article here",
  private: "The text stays inside this frame: neither the page around it nor any server gets it.",
};
