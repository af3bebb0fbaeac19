import { useEffect, useRef } from "react";

/** What went wrong, on top of a form: it takes the focus, so that nobody misses it. */
export function Trouble({ title, sentence }: { readonly title: string; readonly sentence: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div className="trouble" role="alert" tabIndex={-1} ref={box}>
      <h2>{title}</h2>
      <p>{sentence}</p>
    </div>
  );
}
