import type { RowPlan } from "../../../src/registry/exchange/views.ts";
import { SECTION_NAMES } from "../../../src/registry/record/fields.data.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { registryWords } from "../words.ts";
import type { ShownPreview } from "./shown.ts";

const MARKS = { new: "done", changed: "done", same: "none", ask: "warning", skipped: "none", error: "error" } as const;

/** The rows of a table with what would become of each; where it may be one that is there, a person says which. */
export function RowTable({ rows, answers }: Pick<ShownPreview, "rows" | "answers">) {
  const t = useText(registryWords);
  return (
    <section className="part">
      <h2>{t("importRows")}</h2>
      <FigureTable
        name={t("importRows")}
        columns={[
          { key: "row", head: t("number") },
          { key: "name", head: t("name"), label: t("name") },
          { key: "settlement", head: t("settlement"), label: t("settlement") },
          { key: "state", head: t("importState"), label: t("importState") },
        ]}
        rows={rows.map((row) => ({
          key: String(row.row),
          cells: {
            row: row.row,
            name: <Words>{row.name}</Words>,
            settlement: <Words>{row.settlement}</Words>,
            state: <State row={row} answer={answers.rows[row.row]} />,
          },
        }))}
      />
    </section>
  );
}

function State({ row, answer }: { readonly row: RowPlan; readonly answer: string | undefined }) {
  const t = useText(registryWords);
  const language = useLanguage();
  const sections = row.sections.map((section) => SECTION_NAMES[section][language].toLowerCase()).join(", ");
  const isAsked = row.state === "ask" || answer !== undefined;
  return (
    <div>
      <Mark kind={MARKS[row.state]}>{t(`state_${row.state}`, { sections })}</Mark>
      {isAsked && <Ask row={row} answer={answer} />}
    </div>
  );
}

function Ask({ row, answer }: { readonly row: RowPlan; readonly answer: string | undefined }) {
  const t = useText(registryWords);
  const known = row.candidates.length > 0 ? row.candidates : row.target ? [row.target] : [];
  const choices = [
    { value: "", label: "" },
    { value: "new", label: t("askNew") },
    ...known.map(({ id, number, name }) => ({ value: id, label: t("askThis", { number, name }) })),
    { value: "skip", label: t("askSkip") },
  ];
  return (
    <>
      {row.candidates.length > 0 && <p className="note">{t("askLead")}</p>}
      {row.twin !== null && <p className="note">{t("askTwin", { row: row.twin })}</p>}
      <select
        name={`row-${row.row}`}
        defaultValue={answer ?? ""}
        className="select"
        aria-label={`${t("importRow", { row: row.row })}: ${t("importState")}`}
      >
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </>
  );
}
