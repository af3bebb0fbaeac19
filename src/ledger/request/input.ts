import { TEXT_LIMIT } from "../contract.ts";
import { cleanText, parseBasis, parseDate, type SumsInput } from "../input.ts";
import { refuseLedger } from "../refusals.ts";
import { refuseRequest } from "./refusals.ts";

/** What the form of a request sends. `commitmentId` where it asks for money of an obligation that is there. */
export interface RequestInput {
  readonly key: string;
  readonly commitmentId?: string;
  readonly activityId: string;
  readonly year: string;
  readonly basisKind: string;
  readonly basis: string;
  /** The day of the document. */
  readonly date: string;
  readonly payee: string;
  readonly purpose: string;
  readonly payBy: string;
  readonly sums: SumsInput;
  readonly confirmed?: boolean;
}

/** Days, document and purpose. Refuses what is missing, a document of a day to come, and a day of payment before it. */
export function parseRequest(input: RequestInput, today: string) {
  const date = parseDate(input.date);
  if (date > today) refuseLedger("ledger-date-future", { date });
  const payBy = parseDate(input.payBy);
  if (payBy < date) refuseRequest("request-pay-by", { date: payBy, earlier: date });
  const purpose = cleanText(input.purpose);
  if (purpose === "" || purpose.length > TEXT_LIMIT) refuseRequest("request-purpose-missing", { limit: TEXT_LIMIT });
  return { date, payBy, purpose, basis: parseBasis(input.basis) };
}
