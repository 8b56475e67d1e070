/** Lint rules: the recommended ones, and rules against code that could break the page's promises. */
import js from "@eslint/js";
import globals from "globals";

const MARKUP = "Build nodes; text must never be read as markup.";
const MARKUP_SINKS = ["innerHTML", "outerHTML", "insertAdjacentHTML", "setHTMLUnsafe", "srcdoc"];
const NETWORK = "The text must have no way out.";

export default [
  js.configs.recommended,
  {
    files: ["**/*.js"],
    languageOptions: {
      ecmaVersion: 2024,
      sourceType: "module",
      globals: {
        ...globals.browser,
        ...globals.serviceworker,
        __SITE__: "readonly",
        __WORDS__: "readonly",
      },
    },
    rules: {
      eqeqeq: "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "no-restricted-globals": [
        "error",
        { name: "RTCPeerConnection", message: NETWORK },
        { name: "open", message: NETWORK },
        { name: "XMLHttpRequest", message: "Use fetch." },
      ],
      "no-restricted-properties": [
        "error",
        ...MARKUP_SINKS.map((property) => ({ property, message: MARKUP })),
        { object: "document", property: "write", message: MARKUP },
        { object: "window", property: "open", message: NETWORK },
        { object: "location", property: "assign", message: NETWORK },
        { object: "location", property: "replace", message: NETWORK },
        { object: "location", property: "href", message: `${NETWORK} (Read document.baseURI.)` },
        { object: "navigator", property: "sendBeacon", message: NETWORK },
      ],
      "no-restricted-syntax": [
        "error",
        { selector: "AssignmentExpression[left.name='location']", message: NETWORK },
        { selector: "AssignmentExpression[left.property.name='location']", message: NETWORK },
      ],
    },
  },
];
