/** Which reader a file needs: its first bytes decide, its name only where they leave it open. */

/** @typedef {"text" | "html" | "pdf" | "docx" | "old_word" | "broken" | "unsupported"} Kind */

// Bytes to look at. A PDF may have something in front of its mark: ISO 32000-1, annex H.3.4.1.
const HEAD = 1024;

// Beginnings that are nothing to read here, though some would decode as text.
const OTHERS = ["{\\rtf", "\x89PNG", "GIF8", "\xff\xd8\xff", "RIFF", "\x7fELF", "MZ", "Rar!", "\x1f\x8b", "7z\xbc\xaf"];
const OLE = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/** What the file picker offers; everything is looked at all the same. */
export const ACCEPT = ".txt,.text,.md,.markdown,.html,.htm,.xhtml,.pdf,.docx,text/plain,text/markdown,text/html";

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {string} name
 * @param {string} type MIME type as the browser has it, often ""
 * @returns {Kind}
 */
export function kindOf(bytes, name, type) {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, HEAD));
  // windows-1252, which "latin1" means here, differs in 0x80-0x9f; compare bytes where that matters.
  const begins = (/** @type {string} */ mark) => Array.from(mark).every((c, place) => bytes[place] === c.charCodeAt(0));
  if (head.includes("%PDF-")) return "pdf";
  if (begins("PK\x03\x04")) return "docx";
  if (begins(OLE)) return "old_word";
  if (OTHERS.some(begins)) return "unsupported";
  // Both always begin with their marks: what remains of such a file is no text for a reader.
  if (/\.(?:pdf|docx)$/i.test(name)) return "broken";
  if (/\.x?html?$/i.test(name) || /^(?:text\/html|application\/xhtml)/.test(type)) return "html";
  return /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)[\s>]/i.test(head) ? "html" : "text";
}
