/** A component of React with the box, its attributes, its events and a reference to it. */
import { useEffect, useRef, useState } from "react";
import type { YoutenBoxElement } from "youten/box";
import type {} from "youten/react";

export function Article({ title, lines }: { title: string; lines: readonly string[] }) {
  const box = useRef<YoutenBoxElement>(null);
  const [count, setCount] = useState(0);
  useEffect(() => {
    const tell = ({ detail }: CustomEvent<{ code: string }>) => console.warn(detail.code);
    document.addEventListener("youten-error", tell);
    void box.current?.summarize();
    return () => document.removeEventListener("youten-error", tell);
  }, [title]);
  return (
    <article>
      <h1>{title}</h1>
      <youten-box
        ref={box}
        key={title}
        className="box"
        for="article"
        sentences={2}
        max-chars="120"
        load="visible"
        theme="auto"
        ui-lang="ja"
        highlight
        auto-update
        onyouten-summary={({ detail }) => setCount(detail.sentences.length)}
        onyouten-clear={() => setCount(0)}
      />
      {/* @ts-expect-error -- no such way to load */}
      <youten-box load="soon" />
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p>{count}</p>
    </article>
  );
}
