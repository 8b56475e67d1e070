/** A blog as a single page of React, with a router that only uses pushState. `pages` is in the page. */
import { createElement as h, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";

const pageNow = () => Number(new URLSearchParams(location.search).get("page"));

function Blog() {
  const [page, setPage] = useState(pageNow);
  useEffect(() => {
    globalThis.go = (next) => {
      history.pushState(null, "", `?page=${next}`);
      setPage(next);
    };
  }, []);
  const { title, lines } = globalThis.pages[page];
  return h(
    "main",
    null,
    h(
      "article",
      null,
      h("h1", null, title),
      h("youten-box", { for: "article" }),
      lines.map((line, index) => h("p", { key: index }, line)),
    ),
  );
}

createRoot(document.querySelector("#app")).render(h(Blog));
