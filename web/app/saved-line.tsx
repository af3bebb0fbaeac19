import { Mark } from "../ui/mark.tsx";
import { useText } from "../ui/text.ts";
import type { Saving } from "./autosave.ts";
import { appWords } from "./words.ts";

/** Whether what was typed is kept, and since when. */
export function SavedLine({ saving }: { readonly saving: Saving }) {
  const t = useText(appWords);
  const { kind, words } = say(saving, t);
  return (
    <p className="under" role="status">
      {kind ? <Mark kind={kind}>{words}</Mark> : words}
    </p>
  );
}

type Say = ReturnType<typeof useText<typeof appWords.ru>>;

function say(saving: Saving, t: Say): { readonly kind?: "done" | "error"; readonly words: string } {
  switch (saving.kind) {
    case "idle":
      return { words: t("savesItself") };
    case "saving":
      return { words: t("saving") };
    case "saved":
      return { kind: "done", words: t("saved", { time: saving.at.toTimeString().slice(0, 5) }) };
    case "unsaved":
      return { kind: "error", words: t("unsaved") };
    case "refused":
      return { kind: "error", words: t("changedElsewhere", { sentence: saving.sentence }) };
  }
}
