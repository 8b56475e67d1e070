/** The error of all readers, with a code for the reason. The messages are in `../words.js`. */

/**
 * - `file_empty`: nothing in it;
 * - `file_too_large`: too many bytes for a browser's memory;
 * - `file_too_complex`: nested too deeply, or with too many parts, to be a text for people;
 * - `file_slow`: not read within the time limit;
 * - `file_unsupported`: of a kind that no reader handles;
 * - `file_old_word`: the format before .docx, or a .docx with a password, which looks the same;
 * - `file_encoding`: text in none of the usual encodings of Japanese;
 * - `file_broken`: of a known format, but damaged or cut off;
 * - `file_password`: a PDF with a password;
 * - `file_scanned`: a PDF of pictures, without characters;
 * - `file_no_characters`: a PDF that has codes of glyphs and no table of their characters;
 * - `file_gone`: the browser cannot read it any more (moved, changed, on a drive that was removed);
 * - `reader_unreachable`: the reader for this kind could not be loaded;
 * - `reader_unsupported`: this browser is too old for it;
 * - `stopped`: the user does not want to wait.
 * @typedef {"file_empty" | "file_too_large" | "file_too_complex" | "file_slow" | "file_unsupported" | "file_old_word"
 *   | "file_encoding" | "file_broken" | "file_password" | "file_scanned" | "file_no_characters" | "file_gone"
 *   | "reader_unreachable" | "reader_unsupported" | "stopped"} ReadCode
 */

export class ReadError extends Error {
  /**
   * @param {ReadCode} code
   * @param {unknown} [cause]
   */
  constructor(code, cause) {
    super(code, { cause });
    this.name = "ReadError";
    this.code = code;
  }
}
