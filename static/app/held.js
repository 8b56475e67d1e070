/** The page's body not drawn yet, for moments (style.css): set by early.js, ended by start.js, or by the time. */

// As long at most. ms
export const HELD_MS = 300;

export const holdBack = () => document.documentElement.toggleAttribute("data-held", true);

export const show = () => document.documentElement.removeAttribute("data-held");
