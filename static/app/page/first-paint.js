/** Delays the first paint (`[data-hidden] body` in style.css): begun by early.js, ended by start.js or after a time. */

/** Longest delay, ms. */
export const MOST_HIDDEN_MS = 300;

export const hidePage = () => document.documentElement.toggleAttribute("data-hidden", true);

export const showPage = () => document.documentElement.removeAttribute("data-hidden");
