/**
 * Summarises a short text of its own once the engine is ready and nothing is asked, so that the browser has compiled
 * what the reader's first text needs. It gives way at once: between its steps, of a few milliseconds, messages are read.
 */
import { turn } from "./turn.js";

// Time without a request after which the engine counts as idle, ms; a text that waits already arrives much sooner.
const IDLE_MS = 300;
// Time of one step, ms. A request waits for one step at most.
const STEP_MS = 8;
const TEXT =
  "港町の図書館が、海の見える新しい建物に移った。市は来年の春に開くと発表した。費用は約3億円で、国が半分を負担する。" +
  "「長く待っていた」と住民の男性（64）は話した。しかし、駐車場が足りないという意見もある。市は今後、対策を検討する。";

const idle = () => new Promise((resolve) => setTimeout(resolve, IDLE_MS));

/**
 * @param {(request: object) => any} ask sends a request to the bridge
 * @param {() => boolean} isWanted whether anything else has been asked
 * @param {() => Promise<unknown>} [wait] until the engine counts as idle
 */
export async function warm(ask, isWanted, wait = idle) {
  await wait();
  if (isWanted()) return;
  let reply = ask({ action: "begin", text: TEXT });
  const { job } = reply;
  while (reply.ok && reply.state === "working") {
    await turn();
    reply = ask(isWanted() ? { action: "cancel", job } : { action: "advance", job, budgetMs: STEP_MS });
  }
}
