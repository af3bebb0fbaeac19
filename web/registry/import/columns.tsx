import { NativeSelect } from "@mantine/core";
import type { ColumnView } from "../../../src/registry/exchange/views.ts";
import { FIELDS } from "../../../src/registry/record/fields.data.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { registryWords } from "../words.ts";

/** Which column holds what; open where some column was not recognised. */
export function Columns({ columns }: { readonly columns: readonly ColumnView[] }) {
  const t = useText(registryWords);
  const language = useLanguage();
  const isOpen = columns.some(({ head, meaning }) => head !== "" && meaning === "none");
  const meanings = [
    { value: "none", label: t("columnNone") },
    { value: "number", label: t("columnNumber") },
    ...FIELDS.map((field) => ({ value: field.key, label: field[language] })),
  ];
  return (
    <details className="fold" open={isOpen}>
      <summary>{t("importColumns")}</summary>
      <p className="note">{t("importColumnsUnder")}</p>
      <div className="filter">
        {columns.map(({ column, head, meaning }) => (
          <NativeSelect
            key={column}
            name={`column-${column}`}
            label={t("importColumn", { column, head })}
            data={meanings}
            defaultValue={meaning}
          />
        ))}
      </div>
    </details>
  );
}
