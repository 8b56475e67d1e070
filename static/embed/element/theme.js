/**
 * Finds out whether the box is on a light or a dark background, and follows changes.
 *
 * A blog's dark theme may follow the browser's preference, a class or an attribute. What they have in common is the
 * colour behind the box, so that is read, and read again whenever something may have changed it.
 */

/** Relative luminance below which a background counts as dark: there white text has more contrast than black. */
const DARK = 0.18;
// Parts of a colour as computed styles write it: rgb(), rgba(), or color(srgb …).
const NUMBERS = /-?\d*\.?\d+(?:e-?\d+)?/g;

/**
 * Return the relative luminance (WCAG 2.2) of a computed colour, 0..1; undefined if it is mostly transparent or in
 * an unknown notation.
 * @param {string} colour
 */
export function luminance(colour) {
  const numbers = (colour.replace(/^color\(srgb/, "").match(NUMBERS) ?? []).map(Number);
  const scale = colour.startsWith("rgb") ? 255 : colour.startsWith("color(srgb ") ? 1 : 0;
  const [red, green, blue, alpha = 1] = numbers;
  if (!scale || blue === undefined || alpha < 0.5) return undefined;
  const linear = [red, green, blue].map((part = 0) => {
    const value = part / scale;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
}

/**
 * Return the background behind `element`.
 * @param {Element} element
 * @returns {"light" | "dark"}
 */
function groundOf(element) {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    const found = luminance(getComputedStyle(parent).backgroundColor);
    if (found !== undefined) return found < DARK ? "dark" : "light";
  }
  // Nothing is painted: the browser's canvas follows the page's color-scheme.
  const schemes = getComputedStyle(document.documentElement).colorScheme;
  const preferred = matchMedia("(prefers-color-scheme: dark)").matches;
  return schemes.includes("dark") && (preferred || !schemes.includes("light")) ? "dark" : "light";
}

/**
 * Call `apply` with the background of `element`, now and whenever it changes. Returns the function that ends this.
 * @param {Element} element
 * @param {(ground: "light" | "dark") => void} apply
 * @returns {() => void}
 */
export function followGround(element, apply) {
  let last = "";
  const look = () => {
    const ground = groundOf(element);
    if (ground !== last) apply(ground);
    last = ground;
  };
  const preference = matchMedia("(prefers-color-scheme: dark)");
  const observer = new MutationObserver(look);
  const attributes = {
    attributes: true,
    attributeFilter: ["class", "style", "data-theme", "data-color-mode", "data-bs-theme"],
  };
  for (const root of [document.documentElement, document.body]) if (root) observer.observe(root, attributes);
  preference.addEventListener("change", look);
  // A transition of the background ends after the attribute has changed.
  document.addEventListener("transitionend", look, { passive: true });
  // Style sheets may load late.
  addEventListener("load", look, { once: true });
  look();
  return () => {
    observer.disconnect();
    preference.removeEventListener("change", look);
    document.removeEventListener("transitionend", look);
    removeEventListener("load", look);
  };
}
