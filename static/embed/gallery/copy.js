/** Puts this site's address into the lines of the gallery, copies them, and shows the previews without their heads. */
const site = new URL("../", document.baseURI).toString();

for (const button of document.querySelectorAll("button[data-copy]")) {
  const line = document.getElementById(button.getAttribute("data-copy") ?? "");
  if (!line) continue;
  line.textContent = (line.textContent ?? "").replaceAll("https://…/", site);
  button.removeAttribute("hidden");
  button.addEventListener("click", async () => {
    const words = [...button.childNodes];
    try {
      await navigator.clipboard.writeText(line.textContent ?? "");
      button.textContent = "コピーしました";
    } catch {
      // Without the clipboard the line is selected, for the reader's own copy.
      getSelection()?.selectAllChildren(line);
      button.textContent = "選択しました";
    }
    setTimeout(() => button.replaceChildren(...words), 2000);
  });
}

for (const frame of document.querySelectorAll("iframe")) {
  const bare = () => frame.contentDocument?.querySelector(".about")?.setAttribute("hidden", "");
  frame.addEventListener("load", bare);
  bare();
}
