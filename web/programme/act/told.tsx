import type { ToldEdit } from "../../../src/programme/views-draft.ts";
import { useText } from "../../ui/text.ts";
import { capitalise } from "../../ui/typography.ts";
import { Words } from "../../ui/words.tsx";
import { programmeWords } from "../words.ts";

/** Edits in words: what each is about, what was and what became. */
export function Told({ edits, more }: { readonly edits: readonly ToldEdit[]; readonly more: number }) {
  const t = useText(programmeWords);
  return (
    <span className="told-list">
      {edits.map((edit) => (
        <span key={JSON.stringify(edit)} className="told">
          <Words>{capitalise([edit.object, edit.detail].filter(Boolean).join(": "))}</Words>
          {(edit.was !== null || edit.became !== null) && (
            <span className="told">
              <span className="soft">{edit.was || t("emptyValue")}</span> →{" "}
              <strong>{edit.became || t("emptyValue")}</strong>
            </span>
          )}
        </span>
      ))}
      {more > 0 && <span className="note told">{t("takeInMore", { count: more })}</span>}
    </span>
  );
}
