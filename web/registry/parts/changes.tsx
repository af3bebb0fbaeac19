import type { ChangedField } from "../../../src/registry/association/views.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { registryWords } from "../words.ts";
import { fieldName } from "./value.tsx";

/** Fields with what stood there and what stands there now. */
export function Changes({ fields }: { readonly fields: readonly ChangedField[] }) {
  const t = useText(registryWords);
  const language = useLanguage();
  return (
    <FigureTable
      name={t("field")}
      columns={[
        { key: "field", head: t("field") },
        { key: "was", head: t("was"), label: t("was") },
        { key: "became", head: t("became"), label: t("became") },
      ]}
      rows={fields.map(({ key, was, became }) => ({
        key,
        cells: {
          field: fieldName(key, language),
          was: <span className="lines">{was || t("none")}</span>,
          became: <span className="lines">{became || t("none")}</span>,
        },
      }))}
    />
  );
}
