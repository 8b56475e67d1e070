/**
 * Takes the network away from this document and from every worker that it starts from now on.
 *
 * A second policy can only narrow the first (https://www.w3.org/TR/CSP3/#multiple-policies). A worker started from a
 * blob: address inherits both; a worker started from a URL would not. The frame's first policy lets it load its own
 * script; this second one then takes that away too, before the first message arrives. It cannot be undone.
 */

const SEALED =
  "default-src 'none'; script-src 'wasm-unsafe-eval'; worker-src blob:; " + "base-uri 'none'; form-action 'none'";

/** Add the second policy to this document. */
export function seal() {
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = SEALED;
  document.head.append(policy);
}
