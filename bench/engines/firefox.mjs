/**
 * Makes a first and a second visit in Firefox on one profile; JSON on standard input and output (see others.py).
 *
 * Uses Puppeteer, because it speaks WebDriver BiDi to the installed browser.
 */
/* global document, performance, InputEvent */
import process from "node:process";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { launch } from "puppeteer-core";

const POLL = 50; // ms
const PATIENCE = 120_000; // ms

const plan = JSON.parse(await text(process.stdin));

async function mark(page, name, count = 1) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const found = await page.evaluate(
      (wanted, number) => {
        const entry = performance.getEntriesByName(wanted)[number - 1];
        return entry ? { at: entry.startTime, detail: entry.detail } : null;
      },
      name,
      count,
    );
    if (found) return found;
    if (Date.now() > end) throw new Error(`${name} did not come`);
    await sleep(POLL);
  }
}

async function visit() {
  const browser = await launch({
    browser: "firefox",
    executablePath: plan.executable,
    headless: true,
    userDataDir: plan.profile,
    extraPrefsFirefox: { "permissions.default.persistent-storage": 1 },
  });
  try {
    const page = await browser.newPage();
    await page.goto(plan.url, { waitUntil: "domcontentloaded" });
    const interactive = await mark(page, "youten:interactive");
    const ready = await mark(page, "youten:ready");
    const details = [];
    const shown = [];
    for (const [index, article] of plan.texts.entries()) {
      const pasted = await page.evaluate((content) => {
        const field = document.querySelector("#field");
        field.value = content;
        const now = performance.now();
        field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
        return now;
      }, article);
      const done = await mark(page, "youten:summary", index + 1);
      details.push(done.detail);
      shown.push(done.at - pasted);
    }
    await sleep(plan.settle);
    return { interactive: interactive.at, ready, details, shown };
  } finally {
    await browser.close();
  }
}

const visits = [await visit(), await visit()];
process.stdout.write(JSON.stringify(visits));
