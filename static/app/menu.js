/** What opens a dialog: each loads when it is asked for. */
import { byId } from "../shared/dom.js";
import { say } from "./messages.js";
import { complain } from "./page.js";

/** @type {Record<string, () => Promise<void>>} id of the button -> what it does */
const DIALOGS = {
  settings: async () => (await import("./late/settings-dialog.js")).openSettings(),
  proof: async () => (await import("./late/proof-dialog.js")).openProof(),
};

export function startMenu() {
  for (const [id, open] of Object.entries(DIALOGS)) {
    byId(id, HTMLButtonElement).addEventListener("click", () => void open().catch(() => complain(say("unreachable"))));
  }
}
