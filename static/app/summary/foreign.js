/** Texts that are not Japanese: those in Latin letters get a summary that is called second class, others none. */

/** @typedef {import("../../engine/protocol.js").Summary} Summary */

// Of a shorter text nobody knows the language.
const LEAST_LETTERS = 20;

/** @param {string} text @param {RegExp} letters */
const count = (text, letters) => text.match(letters)?.length ?? 0;

/**
 * Tell how a text is treated that the engine found not to be Japanese.
 * @param {string} text
 * @param {Pick<Summary, "notices">} summary
 * @returns {"japanese" | "latin" | "refused"}
 */
export function treatment(text, { notices }) {
  if (!notices.some(({ code }) => code === "not_japanese")) return "japanese";
  const letters = count(text, /\p{Letter}/gu);
  return letters < LEAST_LETTERS || count(text, /\p{Script=Latin}/gu) > letters / 2 ? "latin" : "refused";
}
