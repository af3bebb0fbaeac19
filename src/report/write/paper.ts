import { printDay } from "../../kernel/day.ts";
import type { Paper, PaperBlock } from "../../office/paper.ts";
import { PART_WORDS } from "../compose/words.ts";
import type { ReportPart } from "../contract.ts";
import { sayPeriod } from "../period.ts";
import type { ReportContent } from "../views.ts";
import { layOutAssessments } from "./paper-assessment.ts";
import { layOutLines, layOutMoney } from "./paper-lines.ts";
import { paragraph } from "./paper-table.ts";

/** What a paper says that the content does not: whether it was signed, and its hash. */
export interface Standing {
  readonly isSigned: boolean;
  readonly hash: string | null;
}

/** A report as an official paper: a head page, its parts in their order, the signature. */
export function layOutReport(content: ReportContent, standing: Standing): Paper {
  const parts = content.form.parts.map((part, at) => ({ part, number: at + 1 }));
  return {
    title: `${content.form.title} ${sayPeriod(content)}`,
    sections: [
      { orientation: "portrait", blocks: layOutHead(content, standing) },
      { orientation: "landscape", blocks: parts.flatMap((own) => layOutPart(content, own)) },
      { orientation: "portrait", blocks: layOutSignature(content, standing) },
    ],
  };
}

function layOutHead(content: ReportContent, { isSigned }: Standing): readonly PaperBlock[] {
  const { form, municipality, programme, executor, until, composedOn } = content;
  const basis = form.basis ? `\nФорма установлена: ${form.basis}.` : "";
  return [
    ...(form.recipient ? [paragraph("letterhead", form.recipient)] : []),
    ...(isSigned ? [] : [paragraph("plain", "ПРОЕКТ: отчёт не подписан")]),
    paragraph("title", `${form.title}\n${sayPeriod(content)}`),
    paragraph("plain", `${municipality.name}\nПрограмма: ${programme}${executor ? `\nИсполнитель: ${executor}` : ""}`),
    paragraph("plain", `Данные на ${printDay(until)}, составлено ${printDay(composedOn)}.${basis}`),
    paragraph("body", sayChoices(content)),
  ];
}

/** Which plan and fact the figures of money use: a report names its settings. */
export function sayChoices({ indicators, form }: ReportContent): string {
  const of = (fact: "paid" | "net") =>
    indicators.flatMap(({ number, computation }) =>
      computation?.kind === "money" && computation.fact === fact ? [number] : [],
    );
  const said = [
    of("net").length > 0 ? `Показатели ${of("net").join(", ")} посчитаны за вычетом возвратов.` : "",
    of("paid").length > 0 ? `Показатели ${of("paid").join(", ")} посчитаны без вычета возвратов.` : "",
    `Причина отклонения указывается, если оно больше ${form.deviation.replace(".", ",")} % плана.`,
    "Каждый факт посчитан из записей; их перечень — в книге Excel с тем же отчётом и на его странице.",
  ];
  return said.filter((text) => text !== "").join(" ");
}

function layOutPart(
  content: ReportContent,
  { part, number }: { readonly part: ReportPart; readonly number: number },
): readonly PaperBlock[] {
  const heading = paragraph("heading", `${number}. ${PART_WORDS[part]}`);
  if (part === "indicators") return [heading, ...layOutLines(content.indicators, "indicators")];
  if (part === "activities") return [heading, ...layOutLines(content.activities, "activities")];
  if (part === "money") return [heading, ...layOutMoney(content)];
  if (part === "assessment") return [heading, ...layOutAssessments(content)];
  const text = content.narrative.find(({ key }) => key === part)?.text ?? "";
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return [heading, ...lines.map((line) => paragraph(line.startsWith("—") ? "plain" : "body", line))];
}

function layOutSignature({ form }: ReportContent, { hash }: Standing): readonly PaperBlock[] {
  const { office, name } = form.signatory;
  return [
    paragraph("signature", `${office || "Руководитель"}\t_______________ / ${name || "_______________"}`),
    paragraph("plain", "«____» ______________ 20____ г.     М. П."),
    ...(hash ? [paragraph("plain", `Содержание закреплено, SHA-256: ${hash}`)] : []),
  ];
}
