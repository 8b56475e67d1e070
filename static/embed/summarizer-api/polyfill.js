/** Defines `Summarizer` and `CreateMonitor` on secure pages in browsers without a Summarizer. */
import { CreateMonitor, Summarizer } from "./summarizer.js";

if (globalThis.isSecureContext && !("Summarizer" in globalThis)) {
  for (const [name, value] of Object.entries({ Summarizer, CreateMonitor })) {
    if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
  }
}
