/**
 * The box as a picture for posts, drawn on this device.
 *
 * Source: https://html.spec.whatwg.org/multipage/canvas.html#2dcontext, JIS X 4051 (characters that begin or end no line)
 */
import { element, numeral } from "../late-imports.js";

/** @typedef {{title: string, lines: readonly string[], label: string, origin: string}} Contents */

const WIDTH = 1200;
const LEAST_HEIGHT = 630;
const MARGIN = 80;
const INDENT = 72;
const COLOURS = {
  ground: "#f7f5f0",
  tint: "#f1ece1",
  ink: "#22201c",
  soft: "#67625a",
  accent: "#b3361e",
  on: "#fffefb",
};
const NO_BEGINNING = "、。，．」』）)】〉》］]！？!?ーぁぃぅぇぉっゃゅょァィゥェォッャュョ・：；々%％";
const NO_END = "「『（(【〈《［[";

/**
 * Break a text into lines.
 * @param {string} text
 * @param {number} width
 * @param {(text: string) => number} measure
 */
export function broken(text, width, measure) {
  const lines = [""];
  // Latin words and numbers stay whole.
  for (const part of text.match(/[\w.,%'’-]+\s*|\s+|./gsu) ?? []) {
    const last = lines.length - 1;
    const line = lines[last] ?? "";
    const hangs = NO_BEGINNING.includes(part);
    if (!line || hangs || measure(line + part.trimEnd()) <= width) lines[last] = line + part;
    else if (NO_END.includes(line.slice(-1))) {
      lines[last] = line.slice(0, -1);
      lines.push(line.slice(-1) + part);
    } else lines.push(part);
  }
  return lines.map((line) => line.trim());
}

/** @param {string} name of a custom property */
const font = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim() || "sans-serif";

/**
 * Draw, or only measure: everything is placed from the top.
 * @param {CanvasRenderingContext2D} pen
 * @param {Contents} contents
 * @returns {number} height
 */
function draw(pen, { title, lines, label, origin }) {
  const [sans, serif] = [font("--sans"), font("--serif")];
  let y = MARGIN;
  const write = (
    /** @type {string} */ text,
    /** @type {string} */ face,
    /** @type {number} */ size,
    /** @type {string} */ colour,
    left = MARGIN,
  ) => {
    pen.font = `${face.replace("SIZE", `${size}px`)}`;
    pen.fillStyle = colour;
    for (const line of broken(text, WIDTH - MARGIN - left - size, (part) => pen.measureText(part).width)) {
      y += size * 1.6;
      pen.fillText(line, left, y - size * 0.45);
    }
  };
  if (title) write(title, `600 SIZE ${serif}`, 46, COLOURS.ink);
  y += 30;
  pen.fillStyle = COLOURS.accent;
  pen.fillRect(MARGIN, y, WIDTH - 2 * MARGIN, 4);
  y += 20;
  write(label, `600 SIZE ${sans}`, 28, COLOURS.accent);
  for (const [index, line] of lines.entries()) {
    y += 16;
    pen.fillStyle = COLOURS.accent;
    pen.beginPath();
    pen.arc(MARGIN + 22, y + 30, 21, 0, 2 * Math.PI);
    pen.fill();
    pen.font = `24px ${sans}`;
    pen.fillStyle = COLOURS.on;
    pen.fillText(numeral(index + 1), MARGIN + 10, y + 39);
    write(line, `SIZE ${sans}`, 36, COLOURS.ink, MARGIN + INDENT);
  }
  y += 24;
  write(origin, `SIZE ${sans}`, 22, COLOURS.soft);
  return y + MARGIN - 20;
}

/**
 * Return the picture.
 * @param {Contents} contents
 */
export function picture(contents) {
  const canvas = element("canvas", "picture");
  canvas.width = WIDTH;
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("no canvas");
  const height = Math.max(LEAST_HEIGHT, Math.ceil(draw(pen, contents)));
  canvas.height = height; // empties it
  pen.fillStyle = COLOURS.ground;
  pen.fillRect(0, 0, WIDTH, height);
  draw(pen, contents);
  return canvas;
}
