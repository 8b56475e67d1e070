/**
 * Takes the network away from this document and from every worker that it starts from now on.
 *
 * A second policy can only narrow the first (https://www.w3.org/TR/CSP3/#multiple-policies), and a worker
 * started from a blob: address inherits both; a worker started from a URL would not. The frame's first policy lets
 * it load its own script and nothing else; with that done, this one takes away the rest, before the first message.
 * There is no way back, and no need of one: whatever has to be fetched comes from the fetcher.
 */

const SEALED =
  "default-src 'none'; script-src 'wasm-unsafe-eval'; worker-src blob:; " +
  "base-uri 'none'; form-action 'none'";

/** Seals this document. */
export function seal() {
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = SEALED;
  document.head.append(policy);
}
