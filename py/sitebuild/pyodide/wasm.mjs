/**
 * Reads and rewrites the functions of a wasm module, byte by byte: everything else stays as it is, with its addresses.
 *
 * Source: https://webassembly.github.io/spec/core/binary/modules.html. Functions are numbered without the imported ones.
 */

/** @typedef {{id: number, start: number, end: number}} Section contents of a section, as offsets in the module */
/** @typedef {[start: number, end: number]} Range */

const PREAMBLE = 8; // bytes
const TYPE = 1;
const FUNCTION = 3;
const GLOBAL = 6;
const EXPORT = 7;
const CODE = 10;
const DATA = 11;
// No local variables; unreachable; end.
const TRAP = Uint8Array.of(0x00, 0x00, 0x0b);
// Zero as an argument of each type: i32, i64, f32, f64; no object.
const ZERO = {
  0x7f: [0x41, 0x00],
  0x7e: [0x42, 0x00],
  0x7d: [0x43, 0, 0, 0, 0],
  0x7c: [0x44, 0, 0, 0, 0, 0, 0, 0, 0],
  0x6f: [0xd0, 0x6f],
};
const DROP = 0x1a;

/** Read an unsigned LEB128 number. @returns {[value: number, end: number]} */
function number(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, at];
  }
}

/** Write an unsigned LEB128 number. @returns {number[]} */
function leb(value) {
  const rest = Math.floor(value / 128);
  return rest ? [(value % 128) | 0x80, ...leb(rest)] : [value];
}

/** @returns {Section[]} */
function sectionsOf(bytes) {
  const found = [];
  for (let at = PREAMBLE; at < bytes.length;) {
    const [size, start] = number(bytes, at + 1);
    found.push({ id: bytes[at], start, end: (at = start + size) });
  }
  return found;
}

/** Return a section by its id. @returns {Section} */
function section(bytes, id) {
  const found = sectionsOf(bytes).find((each) => each.id === id);
  if (!found) throw new Error(`the module has no section ${id}`);
  return found;
}

/** Return the bytes of a section's list after its count, and the count. */
function list(bytes, id) {
  const { start, end } = section(bytes, id);
  const [count, first] = number(bytes, start);
  return { count, items: bytes.subarray(first, end) };
}

/** Return where the body of each function is. @returns {Range[]} */
export function bodiesOf(bytes) {
  const { start } = section(bytes, CODE);
  let [count, at] = number(bytes, start);
  const bodies = [];
  for (; count > 0; count -= 1) {
    const [size, first] = number(bytes, at);
    bodies.push([first, (at = first + size)]);
  }
  return bodies;
}

/** Return the module with other contents of some sections: id -> bytes. */
function withSections(bytes, made) {
  const parts = [bytes.subarray(0, PREAMBLE)];
  for (const { id, start, end } of sectionsOf(bytes)) {
    const contents = made.get(id) ?? bytes.subarray(start, end);
    parts.push(Uint8Array.from([id, ...leb(contents.length)]), contents);
  }
  return Buffer.concat(parts);
}

/** Return the code section with other bodies. @param {Uint8Array[]} bodies */
const code = (bodies) =>
  Buffer.concat([
    Uint8Array.from(leb(bodies.length)),
    ...bodies.flatMap((body) => [Uint8Array.from(leb(body.length)), body]),
  ]);

/**
 * Return the module in which only some functions have their body; all others trap.
 * @param {Uint8Array} bytes
 * @param {ReadonlySet<number>} kept
 */
export function withTraps(bytes, kept) {
  const bodies = bodiesOf(bytes).map(([start, end], at) => (kept.has(at) ? bytes.subarray(start, end) : TRAP));
  return withSections(bytes, new Map([[CODE, code(bodies)]]));
}

/** Return the offset of a body's first instruction, after its local variables. */
function afterLocals(bytes, start) {
  let [groups, at] = number(bytes, start);
  for (; groups > 0; groups -= 1) at = number(bytes, at)[1] + 1; // how many, and their type
  return at;
}

/** Return how many things of a kind are imported. @param {WebAssembly.ImportExportKind} kind */
const imported = (bytes, kind) =>
  WebAssembly.Module.imports(new WebAssembly.Module(bytes)).filter((each) => each.kind === kind).length;

/** Return the types of a function's arguments and results. @returns {{takes: Uint8Array, gives: Uint8Array}} */
function typeOf(bytes, numberOfFunction) {
  const used = list(bytes, FUNCTION).items;
  let at = 0;
  for (let left = numberOfFunction; left > 0; left -= 1) [, at] = number(used, at);
  const [type] = number(used, at);
  const { items } = list(bytes, TYPE);
  at = 0;
  for (let left = type; ; left -= 1) {
    const [taken, first] = number(items, at + 1); // after the mark of a function's type
    const [given, second] = number(items, first + taken);
    at = second + given;
    if (!left) return { takes: items.subarray(first, first + taken), gives: items.subarray(second, at) };
  }
}

/**
 * Return the module in which one function begins with a call of another one, with zeros.
 * @param {Uint8Array} bytes
 * @param {number} place
 * @param {number} called
 */
export function withCall(bytes, place, called) {
  const { takes, gives } = typeOf(bytes, called);
  const index = leb(imported(bytes, "function") + called);
  const call = Uint8Array.from([...[...takes].flatMap((type) => ZERO[type]), 0x10, ...index, ...[...gives].fill(DROP)]);
  const bodies = bodiesOf(bytes).map(([start, end], at) => {
    const middle = afterLocals(bytes, start);
    if (at !== place) return bytes.subarray(start, end);
    return Buffer.concat([bytes.subarray(start, middle), call, bytes.subarray(middle, end)]);
  });
  return withSections(bytes, new Map([[CODE, code(bodies)]]));
}

/** Return the numbers of the exported functions. @returns {number[]} */
export function exportedOf(bytes) {
  const { count, items } = list(bytes, EXPORT);
  const first = imported(bytes, "function");
  const found = [];
  let at = 0;
  for (let left = count; left > 0; left -= 1) {
    const [length, name] = number(items, at);
    const kind = items[name + length];
    const [index, end] = number(items, name + length + 1);
    if (kind === 0 && index >= first) found.push(index - first);
    at = end;
  }
  return found;
}

/** Return where the bytes of each data segment are, and their address. @returns {{address: number, range: Range}[]} */
export function segmentsOf(bytes) {
  const { start } = section(bytes, DATA);
  let [count, at] = number(bytes, start);
  const segments = [];
  for (; count > 0; count -= 1) {
    // Active, in the first memory, at a constant: i32.const, end. Passive ones do not occur.
    if (bytes[at] !== 0 || bytes[at + 1] !== 0x41) throw new Error("a data segment of another kind");
    const [address, end] = number(bytes, at + 2);
    const [length, first] = number(bytes, end + 1);
    segments.push({ address, range: [first, (at = first + length)] });
  }
  return segments;
}

/**
 * Return the module with zeros at some addresses.
 * @param {Uint8Array} bytes
 * @param {readonly Range[]} addresses
 */
export function withZeros(bytes, addresses) {
  const made = bytes.slice();
  for (const { address, range } of segmentsOf(bytes)) {
    for (const [start, end] of addresses) {
      const from = Math.max(start - address, 0);
      const to = Math.min(end - address, range[1] - range[0]);
      if (from < to) made.fill(0, range[0] + from, range[0] + to);
    }
  }
  return made;
}

/**
 * Return the module in which each function, when it is called, sets the exported global variable `MARK + number` to 1.
 * @param {Uint8Array} bytes
 */
export function withMarks(bytes) {
  const bodies = bodiesOf(bytes);
  const globals = list(bytes, GLOBAL);
  const exported = list(bytes, EXPORT);
  const first = imported(bytes, "global") + globals.count;
  const variable = Uint8Array.of(0x7f, 0x01, 0x41, 0x00, 0x0b); // i32, mutable, 0
  const marked = bodies.map(([start, end], at) => {
    const middle = afterLocals(bytes, start);
    const mark = [0x41, 0x01, 0x24, ...leb(first + at)]; // i32.const 1, global.set
    return Buffer.concat([bytes.subarray(start, middle), Uint8Array.from(mark), bytes.subarray(middle, end)]);
  });
  const names = bodies.map((_, at) => {
    const name = Buffer.from(`${MARK}${at}`);
    return Uint8Array.from([...leb(name.length), ...name, 0x03, ...leb(first + at)]);
  });
  const grown = ({ count, items }, added) =>
    Buffer.concat([Uint8Array.from(leb(count + added.length)), items, ...added]);
  return withSections(
    bytes,
    new Map([
      [
        GLOBAL,
        grown(
          globals,
          bodies.map(() => variable),
        ),
      ],
      [EXPORT, grown(exported, names)],
      [CODE, code(marked)],
    ]),
  );
}

export const MARK = "mark:";
