import type { Paper, PaperBlock, PaperSection, PaperTable } from "../../../src/programme/views-act.ts";
import { useText } from "../../ui/text.ts";
import { tie } from "../../ui/typography.ts";
import { programmeWords } from "../words.ts";

/** Of a long table the page shows its beginning. */
const MOST_ROWS = 60;

/** A document laid out for printing, as a page shows it: its first section whole, each annex folded. */
export function PaperView({ paper }: { readonly paper: Paper }) {
  const t = useText(programmeWords);
  const [act, ...annexes] = paper.sections;
  return (
    <div className="paper" lang="ru">
      {act && <Section section={act} />}
      {annexes.map((section, at) => (
        <details key={nameOf(section)}>
          <summary>{t("actAnnex", { number: at + 1 })}</summary>
          <Section section={section} />
        </details>
      ))}
    </div>
  );
}

function nameOf({ blocks }: PaperSection): string {
  return blocks.map((block) => (block.kind === "paragraph" ? block.text : "")).join("\n");
}

function Section({ section }: { readonly section: PaperSection }) {
  return numbered(section.blocks).map(([block, key]) =>
    block.kind === "table" ? <Table key={key} table={block} /> : <Paragraph key={key} block={block} />,
  );
}

function Paragraph({ block }: { readonly block: Exclude<PaperBlock, PaperTable> }) {
  const { text, style } = block;
  if (style === "signature") {
    return (
      <p className="paper-signature">
        {text.split("\t").map((end) => (
          <span key={end}>{end}</span>
        ))}
      </p>
    );
  }
  return text === "" ? null : (
    <p className={`paper-${style}`}>{tie(text, "ru").replace(/(\d) (?=\d{3}(?!\d))/g, "$1\u00a0")}</p>
  );
}

function Table({ table }: { readonly table: PaperTable }) {
  const t = useText(programmeWords);
  const rows = table.rows.slice(0, MOST_ROWS);
  const more = table.rows.length - rows.length;
  return (
    <section className="paper-table" aria-label={t("actText")}>
      <table>
        <tbody>
          {numbered(rows).map(([row, key]) => (
            <tr key={key}>
              {numbered(row.cells).map(([cell, place]) => (
                <td key={place} colSpan={cell.columnSpan} rowSpan={cell.rowSpan} className={cell.align}>
                  {cell.text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="note">{t("actRowsMore", { count: more })}</p>}
    </section>
  );
}

/** Blocks, rows and cells have no name but their place, and none of them moves. */
function numbered<Item>(items: readonly Item[]): readonly (readonly [Item, string])[] {
  return items.map((item, at) => [item, String(at)] as const);
}
