import type { Terms } from "../../../src/contest/call/contract.ts";
import type { Criterion, Measure, PlainMeasure, Rules } from "../../../src/contest/rules/contract.ts";
import type { Millionths } from "../../../src/kernel/decimal.ts";
import type { Language } from "../../../src/kernel/refusal.ts";
import { formatNumber } from "../../ui/format.ts";
import { makeText } from "../../ui/text.ts";
import { contestWords } from "../words.ts";
import { roubles } from "./money.ts";

const say = (value: Millionths, language: Language) => formatNumber(value, { language });

/** How a criterion's points come about, in words. */
export function sayMeasure(measure: Measure, language: Language): string {
  const t = makeText(contestWords, language);
  if (measure.kind === "sum") {
    const parts = measure.parts.map((part) => `${part.name} — ${sayMeasure(part.measure, language)}`);
    return `${t("measure-sum")}: ${parts.join("; ")}`;
  }
  if (measure.kind === "relative")
    return t("measure-relative", { unit: measure.unit, most: say(measure.most, language) });
  return sayPlain(measure, language);
}

function sayPlain(measure: PlainMeasure, language: Language): string {
  const t = makeText(contestWords, language);
  if (measure.kind === "yes-no") return t("measure-yes-no", { points: say(measure.points, language) });
  if (measure.kind === "counter") return t("measure-counter", { points: say(measure.perItem, language) });
  if (measure.kind === "bands") return t("measure-bands", { unit: measure.unit, bands: sayBands(measure, language) });
  const { scale, levels } = measure;
  const words = scale
    ? t("measure-scale", {
        min: say(scale.min, language),
        max: say(scale.max, language),
        step: say(scale.step, language),
      })
    : t("measure-levels");
  const texts = levels.map(({ mark, text }) => `${say(mark, language)} — ${text}`);
  return texts.length > 0 ? `${words}: ${texts.join("; ")}` : words;
}

function sayBands({ bands }: Extract<PlainMeasure, { kind: "bands" }>, language: Language): string {
  const t = makeText(contestWords, language);
  return bands
    .map(({ from, above, points, each }) => {
      const key = above ? "measure-bandAbove" : "measure-bandFrom";
      const words = t(key, { from: say(from, language), points: say(points, language) });
      if (!each) return words;
      const grown = {
        per: say(each.per, language),
        points: say(each.points, language),
        most: say(each.most, language),
      };
      return words + t("measure-bandEach", grown);
    })
    .join("; ");
}

/** The rules of aggregation, winners and ties as sentences. */
export function sayRules(rules: Rules, language: Language): readonly string[] {
  const t = makeText(contestWords, language);
  const { aggregation, rounding, passMark, winners, tieBreaks } = rules;
  const by = t(`by-${aggregation.by}`);
  return [
    t(`aggregation-${aggregation.order}`, { by }),
    t("rounding", { count: rounding.total }),
    ...(passMark === null ? [] : [t("passMark", { mark: say(passMark, language) })]),
    ...(winners.places === null ? [] : [t("places", { count: winners.places })]),
    sayAmount(rules, language),
    ...(winners.amount.kind === "requested" ? [t(`overrun-${winners.overrun}`)] : []),
    tieBreaks.length === 0
      ? t("tiesNone")
      : t("ties", { ties: tieBreaks.map((rule) => sayTie(rule, rules.criteria, language)).join(", ") }),
    t(`one-${rules.one}`),
  ];
}

function sayAmount({ winners: { amount } }: Rules, language: Language): string {
  const t = makeText(contestWords, language);
  if (amount.kind === "requested") return t("amount-requested");
  if (amount.kind === "prizes")
    return t("amount-prizes", { prizes: amount.prizes.map((prize) => roubles(prize, language)).join("; ") });
  const shares = amount.shares.map(({ from, percent }) =>
    t("shareFrom", { from: say(from, language), percent: say(percent, language) }),
  );
  return t("amount-share-by-total", { shares: shares.join("; ") });
}

/** A tie-break in words. */
export function sayTie(rule: Rules["tieBreaks"][number], criteria: readonly Criterion[], language: Language): string {
  const t = makeText(contestWords, language);
  if (rule.by !== "higher-criterion") return t(`tie-${rule.by}`);
  const name = criteria.find(({ key }) => key === rule.criterion)?.name ?? rule.criterion;
  return t("tie-higher-criterion", { criterion: name });
}

/** What the terms say of the least own contribution; null where they ask for none. */
export function sayOwn({ rules }: Terms, language: Language): string | null {
  const own = rules.money.ownContribution;
  if (own === null) return null;
  return makeText(contestWords, language)(own.of === "whole" ? "ownWhole" : "ownRequested", {
    least: say(own.least, language),
  });
}
