import { data } from "react-router";
import { CONFIRMATIONS, type Confirmation } from "../../../../src/registry/boundary/views.ts";
import type { Doors } from "../../../app/doors.ts";

/** What a form is told where a rule says no, and what it held. */
export interface Refused {
  readonly code: string;
  readonly sentence: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly confirmed: readonly Confirmation[];
  /** The line that was sent, also where it came as a file; left out where it is too long to be sent twice. */
  readonly geojson: string;
}

/** A line longer than this is asked for again. */
const LONGEST = 400_000;

/** The refusal of a form's command as its answer; other errors go on. */
export function explainRefused(doors: Doors, error: unknown, form: FormData, geojson = "") {
  const explained = doors.explain(error);
  if (!explained) throw error;
  const { status, code, sentence } = explained;
  const typed = Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === "string" && name !== "geojson" ? [[name, value]] : [])),
  );
  const kept = geojson.length > LONGEST ? "" : geojson;
  return data({ code, sentence, typed, confirmed: readConfirmed(form), geojson: kept } satisfies Refused, { status });
}

/** A field of a form as text; what is no text is empty. */
export function readText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

export function readConfirmed(form: FormData): readonly Confirmation[] {
  const sent = form.getAll("confirmed");
  return CONFIRMATIONS.filter((one) => sent.includes(one));
}

/** The act and the day, as the forms of boundaries send them. */
export function readAct(form: FormData) {
  const [actKind, actNumber, actDate, since] = ["actKind", "actNumber", "actDate", "since"].map((name) =>
    readText(form, name),
  );
  return { actKind: actKind ?? "", actNumber: actNumber ?? "", actDate: actDate ?? "", since: since ?? "" };
}

/** A file where one was chosen, else what stands in the field. */
export async function readGeoJsonField(form: FormData): Promise<string> {
  const file = form.get("file");
  return file instanceof File && file.size > 0 ? file.text() : readText(form, "geojson");
}

const QUESTIONS: Readonly<Record<string, Confirmation>> = {
  "boundary-swapped": "swapped",
  "boundary-mercator": "mercator",
  "boundary-far": "far",
  "boundary-crossing": "repair",
};

/** What a refusal asks a person to agree to; null where it is no question. */
export function questionOf(code: string | undefined): Confirmation | null {
  return (code && QUESTIONS[code]) || null;
}
