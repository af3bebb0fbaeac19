import type { Paper, PaperBlock, PaperCell, PaperParagraph, PaperTable } from "../../office/paper.ts";
import type { Award } from "../rules/award.ts";
import type { Calculation } from "../rules/calculate.ts";
import type { Rules, TieBreak } from "../rules/contract.ts";
import type { Place } from "../rules/rank.ts";
import { OUTCOME_OF_CALL, OUTCOME_WORDS, sayDay, sayFraction, sayNumber, sayRoubles, saySums } from "./words.ts";

/** What the minutes say besides the calculation. Names are of jurors; the office signs them. */
export interface MinutesFacts {
  readonly contest: string;
  readonly year: number;
  readonly number: number;
  readonly heldOn: string;
  readonly agenda: string;
  readonly basis: string | null;
  /** Jurors in office by place, and whether they were there. */
  readonly jurors: readonly {
    readonly place: number;
    readonly name: string;
    readonly isChair: boolean;
    readonly isPresent: boolean;
  }[];
  readonly recusals: readonly { readonly juror: string; readonly number: number; readonly basis: string }[];
  /** By number: title and association. */
  readonly projects: ReadonlyMap<number, { readonly title: string; readonly association: string }>;
  readonly votes: { readonly hands: Readonly<Record<string, number>>; readonly chair: readonly number[] };
  readonly hash: string;
}

const paragraph = (style: PaperParagraph["style"], text: string): PaperParagraph => ({
  kind: "paragraph",
  style,
  text,
});

/** «Протокол заседания»: quorum, agenda, ranking with every term of every score, ties with votes, decision. */
export function layOutMinutes(facts: MinutesFacts, rules: Rules, calculation: Calculation): Paper {
  const { contest, year, number, heldOn } = facts;
  const title = `Протокол заседания конкурсной комиссии № ${number} от ${sayDay(heldOn)}`;
  return {
    title,
    sections: [
      {
        orientation: "portrait",
        blocks: [
          paragraph("title", `ПРОТОКОЛ № ${number}\nзаседания конкурсной комиссии`),
          paragraph("plain", `Конкурс «${contest}», ${year} год\n${sayDay(heldOn)}`),
          ...sayQuorum(facts),
          paragraph("body", `Повестка: ${facts.agenda}`),
          ...(facts.basis ? [paragraph("body", `Заседание проведено повторно. Основание: ${facts.basis}.`)] : []),
          ...sayRecusals(facts),
          paragraph("heading", "Итоги"),
          ...layOutRanking(facts, rules, calculation),
          ...sayTies(facts, rules, calculation),
          ...sayDecision(facts, calculation),
          ...sign(facts),
        ],
      },
      {
        orientation: "landscape",
        blocks: [
          paragraph("title", "ПРИЛОЖЕНИЕ\nк протоколу: расчёт баллов по критериям"),
          ...layOutScores(facts, rules, calculation),
          paragraph(
            "plain",
            `Файл расчёта без имён, по которому протокол пересчитывается, имеет отпечаток SHA-256:\n${facts.hash}`,
          ),
        ],
      },
    ],
  };
}

function sayQuorum({ jurors }: MinutesFacts): readonly PaperBlock[] {
  const present = jurors.filter(({ isPresent }) => isPresent);
  const said = present.map(({ name, isChair }) => (isChair ? `${name} (председатель комиссии)` : name));
  return [
    paragraph("body", `Присутствовали: ${said.join(", ")}.`),
    paragraph("body", `Присутствует ${present.length} из ${jurors.length} членов комиссии, кворум имеется.`),
  ];
}

function sayRecusals({ recusals }: MinutesFacts): readonly PaperBlock[] {
  return recusals.map(({ juror, number, basis }) =>
    paragraph("body", `Отвод: ${juror}, заявка № ${number}. Основание: ${basis}.`),
  );
}

const cell = (text: string, more: Omit<PaperCell, "text"> = {}): PaperCell => ({ text, ...more });
const head = (text: string): PaperCell => cell(text, { bold: true, align: "center" });
const figure = (text: string): PaperCell => cell(text, { align: "right" });

function layOutRanking(facts: MinutesFacts, rules: Rules, { places, awards }: Calculation): readonly PaperBlock[] {
  const given = new Map(awards.map((award) => [award.number, award]));
  const groups = Map.groupBy(places, ({ category }) => category);
  return [...groups].flatMap(([category, list]): readonly PaperBlock[] => [
    ...(category === null
      ? []
      : [paragraph("plain", rules.categories.find(({ key }) => key === category)?.name ?? category)]),
    rankTable(list, facts, given),
  ]);
}

function rankTable(list: readonly Place[], facts: MinutesFacts, given: ReadonlyMap<number, Award>): PaperTable {
  const rows = list.map(({ number, place, total }) => {
    const project = facts.projects.get(number);
    const award = given.get(number);
    const sum = award && award.kopecks > 0n ? `${sayRoubles(award.kopecks)}\n${saySums(award.portions)}` : "—";
    return {
      cells: [
        figure(String(place)),
        figure(String(number)),
        cell(`${project?.title ?? ""}\n${project?.association ?? ""}`),
        figure(sayNumber(total)),
        cell(award ? OUTCOME_WORDS[award.outcome] : "—"),
        figure(sum),
      ],
    };
  });
  const heads = ["Место", "Заявка №", "Проект, ТОС", "Баллы", "Решение", "Сумма, руб."];
  return { kind: "table", columns: [1, 1.2, 4, 1.3, 2, 3], headRows: 1, rows: [{ cells: heads.map(head) }, ...rows] };
}

function sayTie(rule: TieBreak, rules: Rules): string {
  if (rule.by === "higher-criterion")
    return `по баллам критерия «${rules.criteria.find(({ key }) => key === rule.criterion)?.name ?? rule.criterion}»`;
  const words = {
    "earlier-application": "по времени подачи заявки",
    "more-jurors": "по числу членов комиссии, поставивших выше",
    "open-vote": "открытым голосованием",
    "chair-vote": "голосом председателя",
  } as const;
  return words[rule.by];
}

const RESULTS = { decided: "различила", equal: "не различила", waits: "не проводилось" } as const;

function sayTies({ votes }: MinutesFacts, rules: Rules, { places }: Calculation): readonly PaperBlock[] {
  const said = places.flatMap(({ number, breaks }) =>
    breaks.map(({ rule, result }) => `Заявка № ${number}: равные баллы — ${sayTie(rule, rules)}: ${RESULTS[result]}.`),
  );
  const hands = Object.entries(votes.hands).map(([number, count]) => `№ ${number} — ${count}`);
  return [
    ...[...new Set(said)].map((text) => paragraph("body", text)),
    ...(hands.length > 0 ? [paragraph("body", `Открытое голосование, голосов «за»: ${hands.join("; ")}.`)] : []),
    ...(votes.chair.length > 0
      ? [paragraph("body", `Председатель комиссии назвал: № ${votes.chair.join(", № ")}.`)]
      : []),
  ];
}

function sayDecision({ projects }: MinutesFacts, { outcome, awards, left }: Calculation): readonly PaperBlock[] {
  const winners = awards.filter(({ kopecks, outcome: own }) => kopecks > 0n || own === "awarded");
  const total = winners.reduce((all, { kopecks }) => all + kopecks, 0n);
  return [
    paragraph("heading", "Решили"),
    paragraph("body", `1. Признать: ${OUTCOME_OF_CALL[outcome]}.`),
    ...winners.map(({ number, kopecks }, at) =>
      paragraph(
        "body",
        `${at + 2}. ${projects.get(number)?.association ?? `Заявка № ${number}`}: проект «${projects.get(number)?.title ?? ""}»${kopecks > 0n ? `, ${sayRoubles(kopecks)} руб.` : ""}`,
      ),
    ),
    ...(total > 0n
      ? [
          paragraph(
            "body",
            `Всего присуждено ${sayRoubles(total)} руб. Остаток: ${saySums(left.map(({ source, left: kopecks }) => ({ source, kopecks })))}.`,
          ),
        ]
      : []),
  ];
}

function sign({ jurors }: MinutesFacts): readonly PaperBlock[] {
  const present = jurors.filter(({ isPresent }) => isPresent);
  const order = present.toSorted((a, b) => Number(b.isChair) - Number(a.isChair));
  return order.map(({ name, isChair }) =>
    paragraph("signature", `${isChair ? "Председатель комиссии" : "Член комиссии"}\t_______________ / ${name} /`),
  );
}

/** A table for each application: criteria down, jurors across. */
function layOutScores(facts: MinutesFacts, rules: Rules, { scores }: Calculation): readonly PaperBlock[] {
  const names = new Map(facts.jurors.map(({ place, name }) => [`juror-${place}`, name]));
  return scores.flatMap((score): readonly PaperBlock[] => {
    const rows = score.criteria.map((own) => {
      const criterion = rules.criteria.find(({ key }) => key === own.key);
      const isFact = criterion?.source === "fact";
      const told = own.terms.map(({ points }) => sayFraction(points));
      const cells = score.jurors.map((_, at) => figure(isFact ? (at === 0 ? (told[0] ?? "") : "") : (told[at] ?? "—")));
      return { cells: [cell(criterion?.name ?? own.key), ...cells, figure(sayFraction(own.figure))] };
    });
    const heads = ["Критерий", ...score.jurors.map((juror) => names.get(juror) ?? juror), "Балл"];
    const sums = [cell("Вместе", { bold: true }), ...score.sums.map((sum) => figure(sayFraction(sum)))];
    return [
      paragraph("plain", `Заявка № ${score.number} «${facts.projects.get(score.number)?.title ?? ""}»`),
      {
        kind: "table",
        columns: [4, ...score.jurors.map(() => 2), 1.5],
        headRows: 1,
        rows: [
          { cells: heads.map(head) },
          ...rows,
          { cells: [...sums, cell(sayNumber(score.total), { bold: true, align: "right" })] },
        ],
      },
    ];
  });
}
