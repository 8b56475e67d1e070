/** Types of `<youten-box>` in JSX, for React 18 and later: `import type {} from "youten/react"`. */
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { YoutenBoxElement, YoutenBoxProps } from "./box.js";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "youten-box": DetailedHTMLProps<HTMLAttributes<YoutenBoxElement>, YoutenBoxElement> &
        YoutenBoxProps & { class?: string };
    }
  }
}
