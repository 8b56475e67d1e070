/**
 * Converts arguments as Web IDL does: https://webidl.spec.whatwg.org/#js-type-mapping.
 *
 * Every function returns the converted value or throws what the standard says (mostly TypeError). Members of a
 * dictionary are read in the standard's order, because a getter can observe it.
 */

/** @typedef {(value: unknown, name: string) => unknown} Converter */

/** @param {unknown} value @returns {string} */
export const toDOMString = (value) => {
  if (typeof value === "symbol") throw new TypeError("a Symbol cannot be converted to a string");
  return String(value);
};

/** @param {unknown} value @param {string} name @returns {string[]} */
export function toStrings(value, name) {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) {
    throw new TypeError(`${name} is not a sequence`);
  }
  const method = /** @type {{[Symbol.iterator]?: unknown}} */ (value)[Symbol.iterator];
  if (typeof method !== "function") throw new TypeError(`${name} is not iterable`);
  return Array.from({ [Symbol.iterator]: () => method.call(value) }, toDOMString);
}

/**
 * @template {string} T
 * @param {readonly T[]} values
 */
export const toEnum = (values) => (/** @type {unknown} */ value, /** @type {string} */ name) => {
  const string = toDOMString(value);
  const known = values.find((candidate) => candidate === string);
  if (known === undefined) throw new TypeError(`"${string}" is not a value of ${name}`);
  return known;
};

const aborted = Object.getOwnPropertyDescriptor(AbortSignal.prototype, "aborted")?.get;

/** @param {unknown} value @param {string} name @returns {AbortSignal} of any realm */
export function toSignal(value, name) {
  try {
    aborted?.call(value);
  } catch {
    throw new TypeError(`${name} is not an AbortSignal`);
  }
  return /** @type {AbortSignal} */ (value);
}

/** @param {unknown} value @param {string} name */
export function toCallback(value, name) {
  if (typeof value !== "function") throw new TypeError(`${name} is not a function`);
  return /** @type {(argument: unknown) => unknown} */ (value);
}

/**
 * Read the members of a dictionary; absent members are absent in the result.
 * @param {unknown} value
 * @param {readonly Record<string, Converter>[]} levels inherited dictionaries first
 * @returns {Record<string, unknown>}
 */
export function toDictionary(value, levels) {
  if (value === undefined || value === null) return {};
  if (typeof value !== "object" && typeof value !== "function") throw new TypeError("the options are not an object");
  /** @type {Record<string, unknown>} */
  const members = {};
  for (const level of levels) {
    for (const name of Object.keys(level).sort()) {
      const member = /** @type {Record<string, unknown>} */ (value)[name];
      if (member !== undefined) members[name] = level[name]?.(member, name);
    }
  }
  return members;
}

/**
 * Make a class look like an interface: enumerable members, and a name that minifiers do not shorten.
 * @template {Function} T
 * @param {T} constructor
 * @param {string} name
 */
export function asInterface(constructor, name) {
  Object.defineProperty(constructor, "name", { value: name, configurable: true });
  for (const [object, kept] of /** @type {const} */ ([
    [constructor, ["length", "name", "prototype"]],
    [constructor.prototype, ["constructor"]],
  ])) {
    for (const [key, property] of Object.entries(Object.getOwnPropertyDescriptors(object))) {
      if (!kept.includes(/** @type {never} */ (key)))
        Object.defineProperty(object, key, { ...property, enumerable: true });
    }
  }
  const tag = { value: name, configurable: true };
  Object.defineProperty(constructor.prototype, Symbol.toStringTag, tag);
  return constructor;
}
