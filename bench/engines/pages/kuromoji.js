/** kuromoji.js as published for browsers: fetches its dictionary and unpacks it in JavaScript. */
// @ts-expect-error -- published without types
import kuromoji from "kuromoji/build/kuromoji.js";
import { present } from "./peer.js";

void present(async () => {
  const tokenizer = await new Promise((resolve, reject) => {
    kuromoji.builder({ dicPath: "dict/" }).build((/** @type {unknown} */ error, /** @type {unknown} */ built) => {
      if (error) reject(error);
      else resolve(built);
    });
  });
  return { tokenize: (text) => tokenizer.tokenize(text).length, memory: () => null };
});
