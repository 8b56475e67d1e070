/** A blog as a single page of Vue: each article is a new component, the box stays. `pages` is in the page. */
import { createApp, h, ref } from "vue";

const page = ref(0);
globalThis.go = (next) => {
  history.pushState(null, "", `?page=${next}`);
  page.value = next;
};

const Article = {
  props: ["title", "lines"],
  setup: (given) => () => h("article", [h("h1", given.title), ...given.lines.map((line) => h("p", line))]),
};

createApp({
  setup: () => () =>
    h("main", [
      h("youten-box", { for: "article", "auto-update": "" }),
      h(Article, { key: page.value, ...globalThis.pages[page.value] }),
    ]),
}).mount("#app");
