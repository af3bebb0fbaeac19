import { type Refused, readText } from "../parts/act.ts";

/** The terms as the form sends them. */
export function readTerms(form: FormData) {
  const names = [...form.keys()];
  const years = names.flatMap((name) => {
    const year = /^sum-(20\d\d)$/.exec(name)?.[1];
    return year ? [Number(year)] : [];
  });
  return {
    grantor: readText(form, "grantor"),
    grantee: readText(form, "grantee"),
    programme: readText(form, "programme"),
    lateReturnDays: readText(form, "lateReturnDays"),
    note: readText(form, "note"),
    activities: names.flatMap((name) => (name.startsWith("activity-") ? [name.slice("activity-".length)] : [])),
    years: years.map((year) => ({
      year,
      sum: readText(form, `sum-${year}`),
      share: readText(form, `share-${year}`),
      base: readText(form, `base-${year}`),
      ruleBasis: readText(form, `ruleBasis-${year}`),
      returnBy: readText(form, `returnBy-${year}`),
    })),
  };
}

const FIELDS: readonly (readonly [RegExp, string])[] = [
  [/number|duplicate/, "number"],
  [/party/, "grantor"],
  [/source/, "source"],
  [/activit|overlap/, "activities"],
  [/days/, "lateReturnDays"],
  [/basis-missing/, "document"],
  [/date|before/, "date"],
  [/note/, "note"],
  [/year|share|rule|return|sum|currency/, "years"],
];

/** The field of the agreement's form of which a refusal speaks. */
export function fieldOfAgreement({ code }: Refused): string {
  return FIELDS.find(([pattern]) => pattern.test(code.replace(/^(cofinancing|ledger)-/, "")))?.[1] ?? "grantor";
}
