import type { TermsFault } from "../../../src/contest/index.ts";
import type { Language } from "../../../src/kernel/refusal.ts";
import type { FieldError } from "../../ui/error-summary.tsx";
import { makeText } from "../../ui/text.ts";
import { ruleWords } from "./words.ts";

type Say = ReturnType<typeof makeText<typeof ruleWords.ru>>;
type Key = Parameters<Say>[0];

/** What a field is called in a sentence, by the last name of its path. */
const LABELS: Readonly<Record<string, Key>> = {
  ...{ criteria: "criteria", name: "name", weight: "weight", min: "min", max: "max", step: "step", text: "text" },
  ...{
    mark: "mark",
    unit: "unit",
    bands: "bands",
    from: "bandFrom",
    points: "points",
    per: "eachPer",
    perItem: "perItem",
  },
  ...{ most: "most", parts: "parts", total: "roundTotal", leastReviews: "leastReviews", passMark: "passMark" },
  ...{ places: "places", prizes: "prize", shares: "share", percent: "sharePercent", kind: "kind", order: "order" },
};

/** The fault's field and its sentence; what belongs to no field of this form stands under `rules`. */
export function nameFaults(faults: readonly TermsFault[], language: Language): readonly FieldError[] {
  const t = makeText(ruleWords, language);
  return faults.map(({ where, code }) => {
    const field = fieldOf(where, code);
    const names = field.split(".");
    const last = names.findLast((name) => !/^\d+$/.test(name)) ?? "";
    const label = LABELS[last];
    const number = Number(names.findLast((name) => /^\d+$/.test(name)) ?? 0) + 1;
    const place = /^criteria\.(\d+)/.exec(field)?.[1];
    const sentence = t(`fault-${code}` as Key, { field: label ? t(label, { number }) : last });
    return { field, sentence: place ? `${t("criterion", { number: Number(place) + 1 })}. ${sentence}` : sentence };
  });
}

/** Where a fault is shown that the rules name by something that is no field. */
const INSTEAD: Readonly<Record<string, (own: string) => string>> = {
  "scale-empty": (own) => own.replace(/name$/, "measure.scale.max"),
  "measure-empty": (own) => own.replace(/name$/, "measure.scale.min"),
  "bands-order": (own) => own.replace(/name$/, "measure.bands.0.from"),
  "weight-negative": (own) => own.replace(/name$/, "weight"),
  "relative-by-juror": (own) => own.replace(/name$/, "from"),
  "fact-from-nowhere": (own) => own.replace(/source$/, "from"),
  "criterion-unknown": () => "tieBreaks.0",
  "prizes-few": () => "winners.places",
  "shares-order": () => "winners.amount.shares.0.from",
  "category-not-asked": () => "categories.0.name",
};

function fieldOf(where: string, code: string): string {
  const own = where.replace(/^rules\./, "");
  const field = INSTEAD[code]?.(own) ?? own;
  // A list that is empty has its first row to be filled.
  if (/(^|\.)bands$/.test(field)) return `${field}.0.from`;
  if (/(^|\.)prizes$/.test(field)) return `${field}.0`;
  if (/(^|\.)parts$/.test(field)) return `${field}.0.name`;
  if (/(^|\.)shares$/.test(field)) return `${field}.0.from`;
  return field;
}
