import { sql } from "kysely";
import type { PersonalField, PersonalSource } from "../access/index.ts";
import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";

const KEPT = "ст. 17 Федерального закона № 125-ФЗ: отчёты о реализации программ — документы архивного хранения";
const READERS = ["coordinator", "operator", "accountant", "administrator", "auditor"] as const;
const RETENTION = { ru: "пока хранятся отчёты программы", en: "as long as the programme's reports are kept" };

const SIGNATORY: PersonalField = {
  at: "report_form.content",
  what: { ru: "кто подписывает отчёт: должность и имя", en: "who signs a report: office and name" },
  ground: "law",
  readers: READERS,
  retention: RETENTION,
  erasure: { keep: KEPT },
};

const SIGNED: PersonalField = {
  ...SIGNATORY,
  at: "report_step.content",
  what: { ru: "имя подписавшего в подписанном отчёте", en: "the signatory's name in a signed report" },
};

/** Reports as a source of what is kept of people: which steps they made. What was signed is a document and stays. */
export const reportSource: PersonalSource<Tx> = {
  fields: [SIGNATORY, SIGNED],
  collect: async (ctx, personId) => [
    {
      key: "reports",
      title: { ru: "Отчёты о реализации программы", en: "Reports on the programme" },
      rows: (await selectSteps(ctx, personId)).map(({ at, ...row }) => ({ at: at.toISOString(), ...row })),
    },
  ],
  erase: async () => {},
};

interface OwnStep {
  readonly at: Date;
  readonly kind: string;
  readonly year: number;
  readonly move: string;
  readonly reason: string | null;
}

async function selectSteps(ctx: Context<Tx>, personId: Id): Promise<readonly OwnStep[]> {
  const { rows } = await sql<OwnStep>`
    select step.at, report.kind, report.year, step.move, step.reason
    from report_step as step join report on report.municipality_id = step.municipality_id and report.id = step.report_id
    where step.municipality_id = ${ctx.municipalityId} and step.by_person_id = ${personId}
    order by step.at`.execute(ctx.tx);
  return rows;
}
