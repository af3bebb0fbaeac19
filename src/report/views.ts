import type { Actual, ActualRecord, LineKind } from "../indicator/contract.ts";
import type { FactKind, Method, PlanKind } from "../indicator/method/contract.ts";
import type { Outcome } from "../indicator/method/views.ts";
import type { Kopecks } from "../kernel/money.ts";
import type { FundingSource } from "../programme/contract.ts";
import type { Narrative, ReportForm, ReportKey, ReportPart } from "./contract.ts";
import type { ReportMove, ReportState, ReportStep } from "./sign/views.ts";

/** A plan against a fact: how far it is off, and what is said of it. */
export interface Deviation {
  /** In per cent of the plan, exact, with its sign; null where there is nothing to compare. */
  readonly percent: string | null;
  /** Whether it exceeds the share that the form sets, so that a reason must stand. */
  readonly asks: boolean;
  readonly reason: string;
}

/** A row of the table of indicators, or of the quantities of activities. */
export interface LineRow extends Deviation {
  readonly id: string;
  readonly kind: LineKind;
  readonly number: string;
  readonly name: string;
  readonly unit: string;
  readonly executors: readonly string[];
  readonly plan: string | null;
  readonly fact: string | null;
  /** What the records add up to; divided by `divisor` and with the corrections it is the fact. */
  readonly total: string;
  readonly divisor: string | null;
  readonly divisorWords: string;
  readonly corrections: string;
  readonly achieved: string | null;
  readonly lack: Actual["lack"];
  readonly records: readonly ActualRecord[];
  /** As a document prints the formula, and how it was computed. */
  readonly printed: string | null;
  readonly computation: Actual["computation"];
}

/** Two plans and two facts of a line of money, and what follows from them; kopecks. */
export interface MoneySums {
  readonly plannedAtStart: Kopecks;
  readonly planned: Kopecks;
  readonly appropriated: Kopecks;
  readonly committed: Kopecks;
  readonly paid: Kopecks;
  readonly refunded: Kopecks;
  readonly net: Kopecks;
  readonly performed: Kopecks;
}

export interface MoneyRow extends MoneySums, Deviation {
  readonly activityId: string;
  readonly number: string;
  readonly name: string;
  readonly source: FundingSource;
}

/** A payment, a refund or a reversal: what the facts are made of. */
export interface MoneyRecord {
  readonly id: string;
  readonly number: string;
  readonly date: string;
  readonly account: "paid" | "refunded";
  readonly activityId: string;
  readonly source: FundingSource;
  readonly kopecks: Kopecks;
}

/** The year assessed by one method, every term of it. */
export interface AssessedYear {
  readonly key: string;
  readonly method: Method;
  readonly given: Readonly<Record<string, string>>;
  readonly outcome: Outcome;
  readonly formulas: readonly {
    readonly symbol: string;
    readonly formula: string | null;
    readonly filled: string | null;
  }[];
  /** Where a document's weights are refused: what equal ones would give. */
  readonly withEqual: Outcome | null;
}

export interface NarrativeSection {
  readonly key: Narrative;
  /** As the records have it; what a person wrote instead stands in `text`. */
  readonly drafted: string;
  readonly text: string;
  readonly isEdited: boolean;
}

/** «Отчёт о реализации программы»: everything that its page, its files and its frozen JSON hold. */
export interface ReportContent extends ReportKey {
  readonly form: ReportForm;
  readonly formVersion: number;
  readonly municipality: { readonly name: string; readonly genitive: string };
  readonly programme: string;
  readonly until: string;
  readonly composedOn: string;
  readonly indicators: readonly LineRow[];
  readonly activities: readonly LineRow[];
  readonly money: {
    readonly rows: readonly MoneyRow[];
    readonly bySource: readonly (MoneySums & { readonly source: FundingSource })[];
    readonly total: MoneySums;
    readonly records: readonly MoneyRecord[];
    /** Fact ÷ plan by the form's choice, an exact share; null where nothing was planned. */
    readonly execution: { readonly plan: PlanKind; readonly fact: FactKind; readonly share: string | null };
  };
  /** From these every assessment can be reckoned anew. */
  readonly inputs: unknown;
  readonly assessments: readonly AssessedYear[];
  readonly narrative: readonly NarrativeSection[];
}

/** What is missing before a report can be signed: the place, as a form names its field. */
export interface ReportGap {
  readonly part: ReportPart;
  readonly field: string;
  readonly number: string;
  readonly name: string;
}

/** A report's page. */
export interface ReportView {
  readonly id: string;
  readonly version: number;
  readonly state: ReportState;
  readonly content: ReportContent;
  /** Of the figures shown: who signs sends it back, so that nobody signs others. */
  readonly seen: string;
  readonly gaps: readonly ReportGap[];
  readonly steps: readonly ReportStep[];
  readonly moves: readonly ReportMove[];
  readonly mayWrite: boolean;
  readonly savedAt: string;
  /** Of what is signed: whether the frozen content has its hash, and which figures the records have otherwise today. */
  readonly isIntact: boolean;
  readonly differences: readonly ReportDifference[];
}

/** A figure that was signed, and what the records say by now. */
export interface ReportDifference {
  readonly at: string;
  readonly signed: string;
  readonly today: string;
}

/** A row of the calendar of reports. */
export interface CalendarRow extends ReportKey {
  readonly title: string;
  readonly until: string;
  readonly due: string;
  /** Null where nobody has begun it. */
  readonly id: string | null;
  readonly state: ReportState | null;
  readonly isLate: boolean;
  readonly daysLeft: number;
}

export interface ReportCalendar {
  readonly year: number;
  readonly years: readonly number[];
  readonly rows: readonly CalendarRow[];
  readonly mayWrite: boolean;
  readonly maySet: boolean;
}

/** What the form of a report's settings starts from. */
export interface FormView {
  readonly kind: ReportKey["kind"];
  readonly version: number;
  readonly form: ReportForm;
  readonly methods: readonly { readonly key: string; readonly name: string }[];
}

export interface ReportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
export const REPORT_FORMATS = ["docx", "xlsx", "json"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];
