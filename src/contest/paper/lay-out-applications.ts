import type { Paper, PaperBlock, PaperCell, PaperParagraph } from "../../office/paper.ts";
import type { TypedContent } from "../application/contract.ts";
import { isAsked, type Terms } from "../call/contract.ts";
import { sayRoubles } from "./words.ts";

export interface PrintedApplication {
  readonly number: number;
  readonly association: string;
  readonly state: string;
  /** Local day and hour, as the municipality's clock shows them. */
  readonly submittedAt: string;
  readonly content: TypedContent;
  readonly requested: bigint;
  readonly own: bigint;
  readonly files: readonly string[];
}

const paragraph = (style: PaperParagraph["style"], text: string): PaperParagraph => ({
  kind: "paragraph",
  style,
  text,
});
const head = (text: string): PaperCell => ({ text, bold: true, align: "center" });
const table = (
  columns: readonly number[],
  heads: readonly string[],
  rows: readonly (readonly PaperCell[])[],
): PaperBlock => ({
  kind: "table",
  columns,
  headRows: 1,
  rows: [{ cells: heads.map(head) }, ...rows.map((cells) => ({ cells }))],
});

/** All applications of a call as one document, each on a page of its own. */
export function layOutApplications(title: string, terms: Terms, applications: readonly PrintedApplication[]): Paper {
  const sections = applications.map((one) => ({ orientation: "portrait" as const, blocks: layOutOne(one, terms) }));
  const empty = { orientation: "portrait" as const, blocks: [paragraph("plain", "Заявок нет.")] };
  return { title, sections: sections.length > 0 ? sections : [empty] };
}

function layOutOne(one: PrintedApplication, terms: Terms): readonly PaperBlock[] {
  const { content } = one;
  return [
    paragraph("title", `ЗАЯВКА № ${one.number}\n${content.title}`),
    paragraph("plain", `${one.association}. Подана ${one.submittedAt}, ${one.state}.`),
    paragraph("body", content.summary),
    paragraph("body", `Место: ${content.place}`),
    ...terms.fields
      .filter(({ key }) => isAsked(key, terms, content.answers))
      .map(({ key, label }) => paragraph("body", `${label}: ${content.answers[key] ?? "—"}`)),
    paragraph("heading", "Календарный план"),
    table(
      [4, 2, 2, 4],
      ["Что", "С", "По", "Результат"],
      content.plan.map(({ what, from, until, result }) => [what, from, until, result].map((text) => ({ text }))),
    ),
    paragraph("heading", "Смета"),
    table(
      [4, 1.5, 2, 2, 2, 2, 2],
      ["Что", "Сколько", "Цена", "Просят", "Свои деньги", "Свой труд", "Свои вещи"],
      content.estimate.map(({ what, ...sums }) => [
        { text: what },
        ...[sums.quantity, sums.unitCost, sums.asked, sums.ownMoney, sums.ownLabour, sums.ownThings].map((text) => ({
          text,
          align: "right" as const,
        })),
      ]),
    ),
    paragraph("plain", `Просят ${sayRoubles(one.requested)} руб., свой вклад ${sayRoubles(one.own)} руб.`),
    ...(one.files.length > 0 ? [paragraph("plain", `Приложено: ${one.files.join("; ")}.`)] : []),
  ];
}
