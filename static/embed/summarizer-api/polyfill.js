/** Defines `Summarizer` and `CreateMonitor` where a secure page's browser has no Summarizer of its own. */
import { CreateMonitor, Summarizer } from "./summarizer.js";

if (globalThis.isSecureContext && !("Summarizer" in globalThis)) {
  for (const [name, value] of Object.entries({ Summarizer, CreateMonitor })) {
    if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
  }
}
