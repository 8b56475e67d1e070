/** Lindera, compiled from Rust to WebAssembly including its dictionary, and streamed like its own loader does. */
import init, { TokenizerBuilder } from "lindera-wasm-ipadic";
import { present } from "./peer.js";

void present(async () => {
  const { memory } = await init({ module_or_path: fetch("lindera_wasm_bg.wasm") });
  const builder = new TokenizerBuilder();
  builder.setDictionary("embedded://ipadic");
  builder.setMode("normal");
  const tokenizer = builder.build();
  return {
    tokenize: (text) => tokenizer.tokenize(text).length,
    memory: () => memory.buffer.byteLength,
  };
});
