/**
 * Firefox behind standard input and output: one JSON request a line, one JSON answer a line (see firefox.py).
 *
 * Puppeteer, because it speaks WebDriver BiDi to the browser as distributions install it.
 */
import process from "node:process";
import { createInterface } from "node:readline";
import { launch } from "puppeteer-core";

const [executablePath, userDataDir, preferences] = process.argv.slice(2);
const browser = await launch({
  browser: "firefox",
  executablePath,
  headless: true,
  userDataDir,
  extraPrefsFirefox: { "intl.accept_languages": "ja", ...JSON.parse(preferences) },
});

/** number -> {page, context} */
const tabs = new Map();
let last = 0;

/** An element, which must be there. */
async function element(page, selector) {
  const found = await page.$(selector);
  if (!found) throw new Error(`no element ${selector}`);
  return found;
}

const actions = {
  async open({ timeout }) {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    page.setDefaultTimeout(timeout);
    tabs.set(++last, { page, context });
    return last;
  },
  goto: async ({ page, url }) => void (await page.goto(url, { waitUntil: "load" })),
  reload: async ({ page }) => void (await page.reload({ waitUntil: "load" })),
  evaluate: async ({ page, script, list }) => page.evaluate(`(async () => (${script})(...${JSON.stringify(list)}))()`),
  click: async ({ page, selector }) => (await element(page, selector)).click(),
  async type({ page, selector, text }) {
    const found = await element(page, selector);
    await found.focus();
    await page.keyboard.type(text);
  },
  files: async ({ page, selector, paths }) => (await element(page, selector)).uploadFile(...paths),
  resize: async ({ page, width, height }) => page.setViewport({ width, height }),
  screenshot: async ({ page, path }) => void (await page.screenshot({ path })),
  async close({ tab, context }) {
    tabs.delete(tab);
    await context.close();
  },
};

/** Answers one request. */
async function answer({ action, tab, ...rest }) {
  try {
    const value = await actions[action]({ tab, ...tabs.get(tab), ...rest });
    return { value: value ?? null };
  } catch (error) {
    return { error: String(error?.message ?? error) };
  }
}

const say = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);
say({ value: await browser.version() });
for await (const line of createInterface({ input: process.stdin })) say(await answer(JSON.parse(line)));
await browser.close();
