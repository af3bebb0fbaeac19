import type { Paper, PaperBlock, PaperCell } from "../../office/paper.ts";
import type { GrantView, Instalment } from "../agreement/contract.ts";
import { fillTemplate } from "./template.ts";
import { sayDay, sayRoubles, saySums } from "./words.ts";

export interface AgreementFacts {
  readonly grant: GrantView;
  readonly contest: string;
  readonly year: number;
  readonly municipality: string;
  readonly number: number;
  readonly date: string;
  readonly payee: string;
  readonly details: string;
  readonly reportDue: string;
  readonly instalments: readonly Instalment[];
  readonly sitting: { readonly number: number; readonly heldOn: string };
}

/** An agreement by the municipality's template. */
export function layOutAgreement(facts: AgreementFacts, template: string): Paper {
  const { grant } = facts;
  const values = {
    номер: String(facts.number),
    дата: sayDay(facts.date),
    конкурс: facts.contest,
    год: String(facts.year),
    проект: grant.title,
    тос: grant.association,
    получатель: facts.payee,
    реквизиты: facts.details || "______________________________",
    сумма: sayRoubles(grant.kopecks),
    источники: saySums(grant.sums),
    налог:
      grant.tax > 0n
        ? `При перечислении удерживается налог на доходы физических лиц ${sayRoubles(grant.tax)} руб. (статья 224 Налогового кодекса Российской Федерации).`
        : "",
    решение: `протокол заседания конкурсной комиссии от ${sayDay(facts.sitting.heldOn)} № ${facts.sitting.number}`,
    "отчёт до": sayDay(facts.reportDue),
    муниципалитет: facts.municipality,
  };
  const tables = { смета: estimateTable(grant), график: scheduleTable(facts.instalments) };
  const title = `Соглашение от ${sayDay(facts.date)} № ${facts.number}`;
  return { title, sections: [{ orientation: "portrait", blocks: fillTemplate(template, values, tables) }] };
}

const head = (text: string): PaperCell => ({ text, bold: true, align: "center" });

function estimateTable({ estimate }: GrantView): PaperBlock {
  const rows = estimate.map(({ what, asked }, at) => ({
    cells: [{ text: String(at + 1) }, { text: what }, { text: asked || "—", align: "right" as const }],
  }));
  const heads = { cells: ["№", "На что", "Из гранта, руб."].map(head) };
  return { kind: "table", columns: [1, 7, 3], headRows: 1, rows: [heads, ...rows] };
}

function scheduleTable(instalments: readonly Instalment[]): PaperBlock {
  const rows = instalments.map(({ payBy, sums }, at) => ({
    cells: [
      { text: String(at + 1) },
      { text: sayDay(payBy) },
      { text: saySums(sums) },
      { text: sayRoubles(sums.reduce((all, { kopecks }) => all + kopecks, 0n)), align: "right" as const },
    ],
  }));
  const heads = { cells: ["№", "До", "Источники", "Сумма, руб."].map(head) };
  return { kind: "table", columns: [1, 2, 6, 3], headRows: 1, rows: [heads, ...rows] };
}
