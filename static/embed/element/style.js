/**
 * The style sheet of the box, as text: constructed style sheets are allowed by policies that forbid inline styles
 * and other origins. The values are those of the page (app/page/tokens.css).
 */

/**
 * All text has a contrast of at least 4.5 : 1 on its background. Lengths are in em, so that the box follows the size of
 * the article's text and not that of the page's root; at 16 px they are those of the page.
 */
export const STYLE = `
:host {
  display: block;
  margin-block: 1.5em;
  contain: layout style;
  /* The height that a page reserves before the script has loaded (docs/guides/embedding.md). */
  min-height: 7em;
}
:host([hidden]),
[hidden] {
  display: none !important;
}
.box {
  --ground: var(--youten-background, #f1ece1);
  --ink: var(--youten-color, #22201c);
  --soft: var(--youten-soft-color, #67625a);
  --rule: var(--youten-rule, #d9d3c6);
  --accent: var(--youten-accent, #b3361e);
  --on-accent: var(--youten-on-accent, #fffefb);
  /* The foot is at the end of a room that is kept, where it will be. */
  display: flex;
  flex-direction: column;
  min-height: inherit;
  box-sizing: border-box;
  padding: 0.94em 1.18em;
  border-top: 2px solid var(--accent);
  border-radius: var(--youten-radius, 0);
  background: var(--ground);
  color: var(--ink);
  font: 400 var(--youten-font-size, 1.0625em)/1.75 var(--youten-font, "Hiragino Sans", "Noto Sans JP", "Noto Sans CJK JP", "Yu Gothic Medium", "Yu Gothic", Meiryo, system-ui, sans-serif);
  letter-spacing: normal;
  text-align: start;
  text-indent: 0;
  text-shadow: none;
  text-transform: none;
  white-space: normal;
  word-break: normal;
  word-spacing: normal;
  line-break: strict;
  overflow-wrap: anywhere;
}
.box.dark {
  --ground: var(--youten-background, #26241f);
  --ink: var(--youten-color, #e8e4db);
  --soft: var(--youten-soft-color, #a8a196);
  --rule: var(--youten-rule, #3a3731);
  --accent: var(--youten-accent, #f08a70);
  --on-accent: var(--youten-on-accent, #1f1e1b);
  color-scheme: dark;
}
.box.light {
  color-scheme: light;
}
.box.inherit {
  --ground: var(--youten-background, transparent);
  --ink: var(--youten-color, inherit);
  --soft: var(--youten-soft-color, inherit);
  --rule: var(--youten-rule, currentcolor);
  --accent: var(--youten-accent, currentcolor);
  --on-accent: var(--youten-on-accent, canvas);
  border-bottom: 1px solid var(--rule);
  font-family: var(--youten-font, inherit);
}
.head {
  display: flex;
  flex-wrap: wrap;
  align-items: baseline;
  gap: 0.09em 0.71em;
  min-height: 1.65em;
}
.label {
  margin: 0;
  color: var(--accent);
  font-size: 0.94em;
  font-weight: 600;
  letter-spacing: 0.08em;
  line-height: 1.75;
}
.soft {
  margin: 0;
  color: var(--soft);
  font-size: 0.76em;
  line-height: 1.6;
}
.inherit :is(.soft, .label) {
  color: var(--soft);
}
.body {
  flex: 1 0 auto;
}
.lines,
.paragraph {
  margin: 0.33em 0 0;
  padding: 0;
  list-style: none;
}
.lines li {
  display: grid;
  grid-template-columns: auto minmax(0, 1fr);
  gap: 0.7em;
}
.lines li,
.paragraph {
  padding-block: 0.42em;
  text-wrap: pretty;
}
.lines li + li {
  border-top: 1px solid var(--rule);
}
.seal {
  display: inline-grid;
  place-content: center;
  width: 1.73em;
  height: 1.73em;
  margin: 0.3em 0 0;
  padding: 0;
  border: 0;
  border-radius: 50%;
  background: var(--accent);
  color: var(--on-accent);
  font: inherit;
  font-size: 0.71em;
  line-height: 1;
  user-select: none;
  -webkit-user-select: none;
}
.inherit .seal {
  background: none;
  color: inherit;
  border: 1px solid;
}
button.seal {
  position: relative;
  cursor: pointer;
}
button.seal::after {
  position: absolute;
  inset: -0.53em;
  content: "";
}
.row {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0.47em 0.71em;
  min-height: 2.21em;
  margin-top: 0.47em;
}
.row .soft {
  flex: 1 1 12em;
}
.button {
  min-height: 2.57em;
  padding: 0.23em 1.26em;
  border: 1px solid var(--accent);
  border-radius: 999px;
  background: none;
  color: var(--accent);
  font: inherit;
  font-size: 0.82em;
  line-height: 1.5;
  white-space: nowrap;
  cursor: pointer;
}
.button:hover {
  background: var(--accent);
  color: var(--on-accent);
}
.inherit .button:hover {
  background: none;
  text-decoration: underline;
}
:focus-visible {
  outline: 2px solid var(--accent);
  outline-offset: 2px;
}
.meter {
  display: block;
  height: 2px;
  margin-top: 0.56em;
  background: var(--rule);
}
.meter i {
  display: block;
  height: 100%;
  background: var(--accent);
  transform: scaleX(var(--done, 0));
  transform-origin: left;
  transition: transform 0.2s ease-out;
}
.meter.over {
  visibility: hidden;
}
.error {
  margin: 0.53em 0 0;
  padding-inline-start: 0.8em;
  border-inline-start: 3px solid var(--accent);
  font-size: 0.88em;
}
.error:empty {
  display: none;
}
.unseen {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
@media (width < 26rem) {
  .box {
    padding-inline: 0.94em;
  }
}
@media (prefers-reduced-motion: reduce) {
  .meter i {
    transition: none;
  }
}
@media (forced-colors: active) {
  .seal {
    border: 1px solid;
  }
}
@media print {
  .row,
  .meter,
  .error {
    display: none;
  }
}
`;

/** Hides the element, whatever the page says of it. */
export const HIDDEN = ":host { display: none !important }";

/** Marks in the article: a background as on the page, never a text colour. */
export const HIGHLIGHT = "::highlight(youten) { background-color: rgb(251 214 90 / 0.45); }";
