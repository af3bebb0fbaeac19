import type { MeanwhileView } from "../../../src/registry/association/views.ts";
import { useRootData } from "../../app/root-data.ts";
import { formatInstant } from "../../ui/dates.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { registryWords } from "../words.ts";
import { Changes } from "./changes.tsx";

/** What somebody else saved while this form was open. */
export function Meanwhile({ view }: { readonly view: MeanwhileView }) {
  const t = useText(registryWords);
  const language = useLanguage();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  const at = formatInstant(view.recordedAt, timeZone, language);
  return (
    <section className="notice">
      <p>{t("meanwhile", { by: view.recordedBy ?? t("somebody"), at })}</p>
      <Changes fields={view.fields} />
      <p>{t("meanwhileNext")}</p>
    </section>
  );
}
