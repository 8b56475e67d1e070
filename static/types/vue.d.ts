/** Types of `<youten-box>` in templates of Vue 3: `import type {} from "youten/vue"`. */
import type { DefineComponent } from "vue";
import type { YoutenBoxProps } from "./box.js";

declare module "vue" {
  interface GlobalComponents {
    "youten-box": DefineComponent<YoutenBoxProps>;
  }
}
