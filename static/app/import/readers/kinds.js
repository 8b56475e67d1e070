/** Chooses the reader of a file: by its first bytes, and by its name only if they do not decide. */

/** @typedef {"text" | "html" | "pdf" | "docx" | "mail" | "old_word" | "broken" | "unsupported"} Kind */

// Bytes to look at. A PDF may have other bytes before its signature: ISO 32000-1, annex H.3.4.1.
const HEAD = 1024;

// Signatures of formats that cannot be read here, though some would decode as text.
const OTHERS = ["{\\rtf", "\x89PNG", "GIF8", "\xff\xd8\xff", "RIFF", "\x7fELF", "MZ", "Rar!", "\x1f\x8b", "7z\xbc\xaf"];
const OLE = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/** The types that the file picker offers; other files are accepted too. */
export const ACCEPT = ".txt,.text,.md,.markdown,.html,.htm,.xhtml,.pdf,.docx,.eml,text/plain,text/markdown,text/html";

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {string} name
 * @param {string} type MIME type as the browser has it, often ""
 * @returns {Kind}
 */
export function kindOf(bytes, name, type) {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, HEAD));
  // In browsers "latin1" means windows-1252, which differs in 0x80-0x9f; compare bytes where that matters.
  const begins = (/** @type {string} */ mark) => Array.from(mark).every((c, place) => bytes[place] === c.charCodeAt(0));
  if (head.includes("%PDF-")) return "pdf";
  if (begins("PK\x03\x04")) return "docx";
  if (begins(OLE)) return "old_word";
  if (OTHERS.some(begins)) return "unsupported";
  // Both always begin with their signatures: a file without one is damaged and not text.
  if (/\.(?:pdf|docx)$/i.test(name)) return "broken";
  if (/\.eml$/i.test(name) || type === "message/rfc822") return "mail";
  if (/\.x?html?$/i.test(name) || /^(?:text\/html|application\/xhtml)/.test(type)) return "html";
  return /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)[\s>]/i.test(head) ? "html" : "text";
}
