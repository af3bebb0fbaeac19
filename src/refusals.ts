import { accessRefusals } from "./access/index.ts";
import { contestRefusals } from "./contest/index.ts";
import { deskRefusals } from "./desk/index.ts";
import { attendanceRefusals, eventRefusals, visitorRefusals } from "./event/index.ts";
import { indicatorRefusals } from "./indicator/index.ts";
import { fillSentence, type Language, Refusal, type RefusalText } from "./kernel/refusal.ts";
import { cofinancingRefusals, ledgerRefusals, requestRefusals } from "./ledger/index.ts";
import { newsRefusals } from "./news/index.ts";
import { OFFICE_REFUSALS } from "./office/refusals.ts";
import { platformRefusals } from "./platform/refusals.ts";
import { AMEND_REFUSALS } from "./programme/amend/index.ts";
import { EXPORT_REFUSALS } from "./programme/export/refusals.ts";
import { IMPORT_REFUSALS } from "./programme/import/refusals.ts";
import { programmeRefusals } from "./programme/index.ts";
import { actRefusals, bodyRefusals, boundaryRefusals, registryRefusals } from "./registry/index.ts";
import { reportRefusals } from "./report/index.ts";
import { serverRefusals } from "./server/refusals.ts";

/** The lists of all parts: their codes never meet. */
const lists: readonly Readonly<Record<string, RefusalText>>[] = [
  platformRefusals,
  OFFICE_REFUSALS,
  accessRefusals,
  deskRefusals,
  IMPORT_REFUSALS,
  EXPORT_REFUSALS,
  AMEND_REFUSALS,
  programmeRefusals,
  registryRefusals,
  boundaryRefusals,
  actRefusals,
  bodyRefusals,
  ledgerRefusals,
  eventRefusals,
  cofinancingRefusals,
  attendanceRefusals,
  visitorRefusals,
  requestRefusals,
  newsRefusals,
  indicatorRefusals,
  contestRefusals,
  reportRefusals,
  serverRefusals,
];

export function findRefusalText(code: string): RefusalText | undefined {
  return lists.find((list) => code in list)?.[code];
}

export interface Explanation {
  readonly status: number;
  readonly code: string;
  readonly sentence: string;
  /** What fills the sentence. */
  readonly values: Refusal["values"];
}

/** The status and the sentence of a refusal; null where the error is none of ours. */
export function explainRefusal(error: unknown, language: Language): Explanation | null {
  if (!(error instanceof Refusal)) return null;
  const text = findRefusalText(error.code);
  if (!text) return null;
  return {
    status: text.status,
    code: error.code,
    sentence: fillSentence(text[language], language === "ru" ? writeDays(error.values) : error.values),
    values: error.values,
  };
}

/** Days as Russian documents write them: 2024-05-28 is «28.05.2024». */
function writeDays(values: Refusal["values"]): Refusal["values"] {
  const write = (value: string | number) => {
    const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(String(value)) ?? [];
    return year === undefined ? value : `${day}.${month}.${year}`;
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, write(value)]));
}
