/**
 * A mail that was saved as a file (.eml) -> its subject and its text.
 *
 * The first part that is plain text is taken, else the first that is HTML; attachments are left out.
 * Source: RFC 5322 (format), RFC 2045 and 2046 (MIME), RFC 2047 (encoded words in headers).
 */
import { decode } from "./decode.js";
import { readHtml } from "./html.js";

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */
/** @typedef {{headers: Map<string, string>, body: string}} Part each character is a byte */

// Levels of parts inside of parts.
const DEEPEST = 8;
// UTF-16 code units between calls of fromCharCode.
const CHUNK = 32_768;

/** @param {Bytes} bytes @returns {string} each character a byte */
function binary(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return text;
}

/** @param {string} text each character a byte @returns {Bytes} */
const bytesOf = (text) => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** @param {string} text */
function fromBase64(text) {
  const digits = text.replace(/[^A-Za-z0-9+/]/g, "");
  return atob(digits.slice(0, digits.length - (digits.length % 4 === 1 ? 1 : 0)));
}

/** @param {string} text */
const fromQuoted = (text) =>
  text.replace(/[ \t]*=\r?\n/g, "").replace(/=([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));

/** Decode bytes by the charset that is named, or by what they look like. @param {string} text @param {string} [charset] */
function decoded(text, charset) {
  const bytes = bytesOf(text);
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes).replace(/\r\n?/g, "\n");
  } catch {
    return decode(bytes);
  }
}

/** Decode the encoded words of a header. @param {string} value */
const words = (value) =>
  value
    .replace(/(\?=)\s+(=\?)/g, "$1$2")
    .replace(/=\?([\w-]+)(?:\*[\w-]+)?\?([bq])\?([^?]*)\?=/gi, (_, charset, form, text) =>
      decoded(/b/i.test(form) ? fromBase64(text) : fromQuoted(text.replaceAll("_", " ")), charset),
    );

/** @param {string} text @returns {Part} */
function part(text) {
  const end = /\r?\n\r?\n/.exec(text);
  const head = end ? text.slice(0, end.index) : text;
  const lines = head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/);
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  return { headers, body: end ? text.slice(end.index + end[0].length) : "" };
}

/** @param {Part} one @param {string} name of a parameter of the content's type */
const parameter = ({ headers }, name) =>
  new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, "i")
    .exec(headers.get("content-type") ?? "")
    ?.slice(1)
    .find(Boolean);

/** Return a part's own text. @param {Part} one */
function content(one) {
  const encoding = (one.headers.get("content-transfer-encoding") ?? "").toLowerCase();
  const decoders = /** @type {Record<string, (text: string) => string>} */ ({
    base64: fromBase64,
    "quoted-printable": fromQuoted,
  });
  const text = decoders[encoding]?.(one.body) ?? one.body;
  return decoded(text, parameter(one, "charset"));
}

/** Return the parts with text. @param {Part} one @param {number} depth @returns {{plain: string[], html: string[]}} */
function texts(one, depth = 0) {
  const type = (one.headers.get("content-type") ?? "text/plain").split(";")[0]?.trim().toLowerCase() ?? "";
  const attached = /^attachment/i.test(one.headers.get("content-disposition") ?? "");
  const boundary = parameter(one, "boundary");
  if (type.startsWith("multipart/") && boundary && depth < DEEPEST) {
    const inner = one.body
      .split(`--${boundary}`)
      .slice(1)
      .filter((text) => !text.startsWith("--"));
    const found = inner.map((text) => texts(part(text.replace(/^\r?\n/, "")), depth + 1));
    return { plain: found.flatMap(({ plain }) => plain), html: found.flatMap(({ html }) => html) };
  }
  if (attached) return { plain: [], html: [] };
  return {
    plain: type === "text/plain" ? [content(one)] : [],
    html: type === "text/html" ? [content(one)] : [],
  };
}

/**
 * Return a mail's text below its subject.
 * @param {Bytes} bytes
 */
export function readMail(bytes) {
  const mail = part(binary(bytes));
  const subject = words(mail.headers.get("subject") ?? "").trim();
  const { plain, html } = texts(mail);
  const text = plain.find((one) => one.trim()) ?? (html[0] ? readHtml(html[0]).text : "");
  return { text: [subject, text.trim()].filter(Boolean).join("\n\n") };
}
