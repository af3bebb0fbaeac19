import { useLocation } from "react-router";
import type { Part, Place } from "../../../src/programme/contract.ts";
import { findingMessage, findingTitle } from "../../../src/programme/messages.ts";
import { useLanguage } from "../../ui/language.ts";
import { Mark } from "../../ui/mark.tsx";
import { type Text, useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import type { NumberedFinding, OutlineBlock, OutlineCell, OutlineRow } from "./outline.ts";
import { importWords } from "./words.ts";

interface OutlineProps {
  readonly part: Part;
  readonly blocks: readonly OutlineBlock[];
  readonly blockCount: number;
  readonly all: boolean;
  readonly years: readonly number[];
}

/** A part of the document as printed, each finding beside its row. */
export function Outline({ part, blocks, blockCount, all, years }: OutlineProps) {
  const t = useText(importWords);
  const { pathname } = useLocation();
  const shown = all ? t("shownAll", { all: blockCount }) : t("shownSome", { shown: blocks.length, all: blockCount });
  const other = `${pathname}?part=${part}${all ? "" : "&all"}`;
  return (
    <section aria-label={t(part)}>
      <div className="outline-head">
        <h2>{t(longName(part))}</h2>
        <p className="small">
          {shown} <a href={other}>{all ? t("showSome") : t("showAll")}</a>
        </p>
      </div>
      {blocks.length === 0 && <p className="under">{blockCount === 0 ? t("absent") : t("empty")}</p>}
      {blocks.map((block) => (
        <Block key={block.id} block={block} years={years} />
      ))}
    </section>
  );
}

function longName(part: Part) {
  return part === "annex1" ? "annex1Long" : part === "annex2" ? "annex2Long" : part === "annex3" ? "annex3Long" : part;
}

function Block({ block, years }: { readonly block: OutlineBlock; readonly years: readonly number[] }) {
  const t = useText(importWords);
  return (
    <article className="block" id={block.id}>
      <div>
        {block.heading && (
          <h3>
            <Words>{block.heading}</Words>
          </h3>
        )}
        {block.place && <p className="at">{writePlace(block.place, t)}</p>}
        {block.rows.length > 0 && <Rows rows={block.rows} years={years} />}
        {block.printed.map((text) => (
          <p key={text} className="printed">
            <Words>{text}</Words>
          </p>
        ))}
      </div>
      <ul aria-label={t("elsewhere")} className="asides">
        {block.findings.map((numbered) => (
          <li key={numbered.number}>
            <Finding numbered={numbered} />
          </li>
        ))}
      </ul>
    </article>
  );
}

function Rows({ rows, years }: { readonly rows: readonly OutlineRow[]; readonly years: readonly number[] }) {
  const t = useText(importWords);
  const present = new Set(rows.flatMap((row) => row.cells.map((cell) => cell.key)));
  const keys = ["weight", ...years.map(String), "total"].filter((key) => present.has(key));
  const name = (key: string) => (key === "total" ? t("total") : key === "weight" ? t("weight") : key);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t("asPrinted")}</th>
          {keys.map((key) => (
            <th key={key} scope="col" className="number">
              {name(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={`${row.place.row}-${row.label}`}
            className={row.repeated ? "again" : row.strong ? "strongrow" : undefined}
          >
            <th scope="row">
              <Words>{row.unit ? `${row.label}, ${row.unit.trim()}` : row.label}</Words>{" "}
              {row.marks.map((numbered) => (
                <Reference key={numbered.number} numbered={numbered} />
              ))}
              <span className="at">{t("row", { row: row.place.row ?? "–" })}</span>
            </th>
            {keys.map((key) => (
              <FigureCell key={key} cell={row.cells.find((cell) => cell.key === key)} label={name(key)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function FigureCell({ cell, label }: { readonly cell: OutlineCell | undefined; readonly label: string }) {
  const t = useText(importWords);
  const figure = cell?.figure;
  if (!cell || !figure) return <td className="number" data-label={label} />;
  const [worst] = cell.marks;
  return (
    <td className="number" data-label={label} title={writePlace(figure.place, t)}>
      <span>
        {cell.marks.map((numbered) => (
          <Reference key={numbered.number} numbered={numbered} />
        ))}
        <span className={worst ? `marked ${worst.finding.severity}` : undefined}>{figure.printed}</span>
      </span>
    </td>
  );
}

/** The finding's number at its cell, a link to what it says. */
function Reference({ numbered }: { readonly numbered: NumberedFinding }) {
  const t = useText(importWords);
  const { number, finding } = numbered;
  return (
    <a className="ref" href={`#finding-${number}`} aria-label={t(finding.severity, { number })}>
      <Mark kind={finding.severity}>{number}</Mark>
    </a>
  );
}

function Finding({ numbered: { number, finding } }: { readonly numbered: NumberedFinding }) {
  const t = useText(importWords);
  const language = useLanguage();
  return (
    <section className={`finding is-${finding.severity}`} id={`finding-${number}`}>
      <p className="finding-head">
        <Mark kind={finding.severity}>{t(finding.severity, { number })}</Mark>{" "}
        <span className="soft">{finding.code}</span>
      </p>
      <h4 className="strong">{findingTitle(finding, language)}</h4>
      <p>{findingMessage(finding, language)}</p>
      <p className="at">{writePlace(finding.where, t)}</p>
    </section>
  );
}

/** «таблица 3, строка 7, графа 4», as a person counts them in the file. */
function writePlace(place: Place, t: Text<typeof importWords.ru>): string {
  const { table, row, column } = place;
  const parts = [table && t("table", { table }), row && t("row", { row }), column && t("column", { column })];
  return parts.filter(Boolean).join(", ");
}
