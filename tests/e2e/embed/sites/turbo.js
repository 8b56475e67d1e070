/** What a site with Turbo loads: pages of its own server, of which only the body is replaced. */
import * as Turbo from "@hotwired/turbo";

// A preview, which Turbo shows first where it has one, is another body.
globalThis.go = (next) => {
  Turbo.visit(`turbo-${next}.html`);
  return new Promise((resolve) => document.addEventListener("turbo:load", resolve, { once: true }));
};
