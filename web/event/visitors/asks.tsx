import type { VisitorAnswers, VisitorCandidate, VisitorRow } from "../../../src/event/visitors/views.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { visitorWords } from "./words.ts";

interface AsksProps {
  readonly rows: readonly VisitorRow[];
  readonly answers: VisitorAnswers;
  readonly open: number;
}

/** Rows of which somebody must say who it is, and those of which it was said. */
export function Asks({ rows, answers, open }: AsksProps) {
  const t = useText(visitorWords);
  if (rows.length === 0) return null;
  const title = t("asks", { count: open });
  return (
    <section className="part">
      <h2>{title}</h2>
      <p className="note">{t("asksUnder")}</p>
      <FigureTable
        name={title}
        columns={[
          { key: "row", head: "№" },
          { key: "name", head: t("name"), label: t("name") },
          { key: "event", head: t("event"), label: t("event") },
          { key: "site", head: t("site"), label: t("site") },
          { key: "who", head: t("who"), label: t("who") },
        ]}
        rows={rows.map((row) => ({
          key: String(row.row),
          cells: {
            row: row.row,
            name: (
              <Words>{row.birthYear === null ? row.name : t("born", { name: row.name, year: row.birthYear })}</Words>
            ),
            event: <Words>{row.event}</Words>,
            site: <Words>{row.site}</Words>,
            who: <Choice row={row} answer={answers.rows[row.row] ?? ""} />,
          },
        }))}
      />
    </section>
  );
}

function Choice({ row, answer }: { readonly row: VisitorRow; readonly answer: string }) {
  const t = useText(visitorWords);
  const say = ({ key, name, birthYear }: VisitorCandidate) => {
    const said = birthYear === null ? name : t("born", { name, year: birthYear });
    const [, place] = /^row-(\d+)$/.exec(key) ?? [];
    return place === undefined ? t("whoKnown", { name: said }) : t("whoRow", { name: said, row: place });
  };
  return (
    <select
      name={`row-${row.row}`}
      defaultValue={answer}
      className="select"
      aria-label={`${t("row", { row: row.row })}: ${t("who")}`}
    >
      <option value="" />
      {row.candidates.map((candidate) => (
        <option key={candidate.key} value={candidate.key}>
          {say(candidate)}
        </option>
      ))}
      {answer !== "" && answer !== "new" && answer !== "skip" && row.candidates.length === 0 && (
        <option value={answer}>{row.name}</option>
      )}
      <option value="new">{t("whoNew")}</option>
      <option value="skip">{t("whoSkip")}</option>
    </select>
  );
}
