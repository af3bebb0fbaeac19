import { Words } from "../../ui/words.tsx";

/** A text as it was typed: its lines stay lines. */
export function Paragraphs({ text }: { readonly text: string }) {
  if (text.trim() === "") return null;
  return (
    <p className="typed">
      <Words>{text}</Words>
    </p>
  );
}
