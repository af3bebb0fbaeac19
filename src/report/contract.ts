import { z } from "zod";
import { FACTS, PLANS } from "../indicator/method/contract.ts";
import { QUARTERS, type Quarter } from "../kernel/quarter.ts";

/** From whom to whom a report goes; each has a form of its own. */
export const REPORT_KINDS = ["executor", "economy", "region", "council"] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** Tables and texts of a report, in the order in which they stand. */
export const REPORT_PARTS = [
  "indicators",
  "activities",
  "money",
  "assessment",
  "events",
  "projects",
  "publications",
  "conclusions",
] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];

/** The parts that are text, drafted from records and edited by a person. */
export const NARRATIVES = [
  "events",
  "projects",
  "publications",
  "conclusions",
] as const satisfies readonly ReportPart[];
export type Narrative = (typeof NARRATIVES)[number];

const words = (limit: number) => z.string().trim().min(1).max(limit);
const optional = (limit: number) => z.string().trim().max(limit);

/** «До 15 числа второго месяца после периода». */
const due = z.strictObject({ months: z.int().min(0).max(11), day: z.int().min(1).max(31) });
export type DueRule = z.infer<typeof due>;

/** «Форма отчёта»: a municipality's own settings; without them those that come with the program. */
export const formShape = z.strictObject({
  /** «Отчёт о реализации муниципальной программы». */
  title: words(300),
  /** To whom, in the dative, as a letter begins. */
  recipient: optional(300),
  /** In which periods it is due, and until when; none: it is never asked for. */
  periods: z.array(z.strictObject({ quarter: z.literal(QUARTERS), due })).max(4),
  /** Who signs: the office, and the name where it is known. */
  signatory: z.strictObject({ office: optional(200), name: optional(200) }),
  parts: z.array(z.enum(REPORT_PARTS)).min(1),
  /** From which deviation on, in per cent of the plan, a reason is asked for. */
  deviation: z.string().regex(/^\d{1,3}(\.\d{1,2})?$/),
  /** Which plan and fact the money's share of execution is reckoned by. */
  plan: z.enum(PLANS.filter((plan) => plan !== "budget-decision")),
  fact: z.enum(FACTS),
  /** Methods of assessment by their keys, at most three. */
  methods: z.array(z.string().max(60)).max(3),
  /** The act that sets the form. */
  basis: optional(500),
});
export type ReportForm = z.infer<typeof formShape>;

const text = z.string().max(20_000);
/** «Черновик»: what people wrote so far. A section that nobody touched is not here and follows the records. */
export const draftShape = z.strictObject({
  narrative: z.partialRecord(z.enum(NARRATIVES), text),
  /** Of lines by id, of money by `activity source`. */
  reasons: z.record(z.string().max(100), z.string().max(2000)),
  /** Terms of methods that people say, by `method symbol`. */
  given: z.record(z.string().max(100), z.string().max(20)),
});
export type ReportDraft = z.infer<typeof draftShape>;
export const NOTHING_WRITTEN: ReportDraft = { narrative: {}, reasons: {}, given: {} };

/** Which report. `executor` is the name as the document has it, empty in all other kinds. */
export interface ReportKey {
  readonly kind: ReportKind;
  readonly slug: string;
  readonly year: number;
  readonly quarter: Quarter;
  readonly executor: string;
}
