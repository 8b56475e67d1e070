/**
 * Tables in the wasm's data that no function that ever runs can read, by their addresses in Pyodide 314.0.7.
 *
 * Each begins and ends where an object does. list.mjs checks that no function that has run has an address in a zone,
 * and lets every function that has one trap. Reviewed with `static/engine` in mind: nothing looks up the name of a
 * character, uses a codec of the terminal, or opens a database.
 */

/** @type {{name: string, start: number, end: number, why: string}[]} */
export const ZONES = [
  {
    name: "tables of the codecs for Chinese, Japanese and Korean",
    start: 0xc3730,
    end: 0x153530,
    why: "bytes are decoded by the browser; Python gets strings",
  },
  {
    name: "names of characters",
    start: 0x1804f0,
    end: 0x1ed460,
    why: "unicodedata is used for forms, widths and categories; its tables for those are elsewhere",
  },
  {
    name: "frozen modules",
    start: 0x22c750,
    end: 0x296a5f,
    why: "the snapshot holds those that were imported, and no other is",
  },
  {
    name: "tables of liblzma, SQLite, bzip2 and zstd",
    start: 0x296e10,
    end: 0x2a7940,
    why: "only zlib is used",
  },
  {
    name: "tables of iconv",
    start: 0x2b1400,
    end: 0x2d3440,
    why: "Python has its own codecs",
  },
  {
    name: "numbers as text and names of types in C++",
    start: 0x2dca10,
    end: 0x2fd7e0,
    why: "no library in C++ is used",
  },
];

/** Constants of functions that have run which are in a zone as numbers, and are no addresses. */
export const NUMBERS = new Set([
  0xe2080, // UTF-8, three bytes
  0xf4240, // a million
  0xf4243, // hashes
  0xffc00, // surrogates
  0xfffff,
  0x100000,
  0x10ffff, // the last code point, and the one after it
  0x110000,
  0x120000,
  0x28469c, // Hangul syllables: 0x1100 * 588 + 0x1161 * 28 - 0xac00
  0x285843, // the same, with 0x11a7
]);
