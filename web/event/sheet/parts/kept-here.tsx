import { useText } from "../../../ui/text.ts";
import { isUnsent } from "../device/mark.ts";
import type { SheetState } from "../use-sheet.ts";
import { sheetWords } from "../words.ts";

/** What of people is kept on the device, how long, and the way to clear it. */
export function KeptHere({ state, clear }: { readonly state: SheetState; readonly clear: () => Promise<void> }) {
  const t = useText(sheetWords);
  const unsent = state.marks.filter(isUnsent).length;
  const ask = () => {
    const question = unsent > 0 ? t("clearUnsent", { count: unsent }) : t("clearSure");
    if (window.confirm(question)) void clear();
  };
  return (
    <section className="part">
      <h2>{t("kept")}</h2>
      <p>{t("keptWhat", { count: state.people.length })}</p>
      <p>{t("keptUntil")}</p>
      <p className="note">{t("install")}</p>
      <button type="button" className="link" onClick={ask}>
        {t("clear")}
      </button>
    </section>
  );
}
