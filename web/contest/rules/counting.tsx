import type { RulesText } from "../../../src/contest/rules/contract.ts";
import { useLanguage } from "../../ui/language.ts";
import { makeText, useText } from "../../ui/text.ts";
import { Choice, comma, digits, rowsOf, Text } from "../parts/fields.tsx";
import { contestWords } from "../words.ts";
import { tieOfCriterion } from "./read-rules.ts";
import { ruleWords } from "./words.ts";

interface Props {
  readonly rules: RulesText;
}

/** How marks become a total. */
export function CountingFields({ rules: { aggregation, rounding, passMark } }: Props) {
  const t = useText(ruleWords);
  const words = makeText(contestWords, useLanguage());
  const orders = (["criterion-first", "juror-first"] as const).map((value) => ({ value, label: t(`order-${value}`) }));
  const ways = (["mean", "median", "without-extremes", "sum"] as const).map((value) => ({
    value,
    label: words(`by-${value}`),
  }));
  return (
    <>
      <h2>{t("counting")}</h2>
      <div className="pair-of-fields">
        <Choice name="aggregation.order" label={t("order")} filled={aggregation.order} data={orders} />
        <Choice name="aggregation.by" label={t("by")} filled={aggregation.by} data={ways} />
      </div>
      <div className="pair-of-fields">
        <Text name="rounding.total" label={t("roundTotal")} filled={digits(rounding.total)} isFigure />
        <Text name="rounding.step" label={t("roundStep")} filled={digits(rounding.step)} isFigure />
      </div>
      <div className="pair-of-fields">
        <Text
          name="aggregation.leastReviews"
          label={t("leastReviews")}
          filled={digits(aggregation.leastReviews ?? 1)}
          isFigure
        />
        <Text name="passMark" label={t("passMark")} filled={comma(passMark)} isFigure />
      </div>
    </>
  );
}

/** Who wins and what they get. */
export function WinnerFields({ rules: { winners, money, one } }: Props) {
  const t = useText(ruleWords);
  const { amount } = winners;
  const choices = <Value extends string>(prefix: "amount" | "overrun" | "split" | "one", values: readonly Value[]) =>
    values.map((value) => ({ value, label: t(`${prefix}-${value}` as "one-void") }));
  return (
    <>
      <h2>{t("winners")}</h2>
      <div className="pair-of-fields">
        <Choice
          name="winners.amount.kind"
          label={t("amount")}
          filled={amount.kind}
          data={choices("amount", ["requested", "prizes", "share-by-total"])}
        />
        <Text name="winners.places" label={t("places")} filled={digits(winners.places)} isFigure />
      </div>
      {amount.kind === "prizes" && <PrizeFields prizes={amount.prizes} />}
      {amount.kind === "share-by-total" && <ShareFields shares={amount.shares} />}
      <Choice
        name="winners.overrun"
        label={t("overrun")}
        filled={winners.overrun ?? "stop"}
        data={choices("overrun", ["stop", "skip", "part"])}
      />
      <div className="pair-of-fields">
        <Choice
          name="split"
          label={t("split")}
          filled={money.split ?? "proportional"}
          data={choices("split", ["proportional", "in-order"])}
        />
        <Choice name="one" label={t("one")} filled={one ?? "examined"} data={choices("one", ["examined", "void"])} />
      </div>
    </>
  );
}

function PrizeFields({ prizes }: { readonly prizes: readonly string[] }) {
  const t = useText(ruleWords);
  return (
    <div className="pair-of-fields" key={prizes.length}>
      {rowsOf(prizes, 3).map(({ at, row: prize }) => (
        <Text
          key={at}
          name={`winners.amount.prizes.${at}`}
          label={t("prize", { number: at + 1 })}
          filled={comma(prize)}
          isFigure
        />
      ))}
    </div>
  );
}

function ShareFields({
  shares,
}: {
  readonly shares: Extract<RulesText["winners"]["amount"], { kind: "share-by-total" }>["shares"];
}) {
  const t = useText(ruleWords);
  return rowsOf(shares, 2).map(({ at, row: share }) => (
    <fieldset key={`${shares.length} ${at}`} className="pair-of-fields">
      <legend>{t("share", { number: at + 1 })}</legend>
      <Text name={`winners.amount.shares.${at}.from`} label={t("shareFrom")} filled={comma(share?.from)} isFigure />
      <Text
        name={`winners.amount.shares.${at}.percent`}
        label={t("sharePercent")}
        filled={comma(share?.percent)}
        isFigure
      />
    </fieldset>
  ));
}

/** What tells equal totals apart, in order. */
export function TieFields({ rules: { tieBreaks = [], criteria } }: Props) {
  const t = useText(ruleWords);
  const ways = ["earlier-application", "more-jurors", "open-vote", "chair-vote"] as const;
  const data = [
    { value: "", label: t("tie-none") },
    ...ways.map((value) => ({ value, label: t(`tie-${value}`) })),
    ...criteria.map(({ key, name }, at) => ({
      value: tieOfCriterion(key),
      label: t("tie-criterion", { name: name || t("criterion", { number: at + 1 }) }),
    })),
  ];
  return (
    <>
      <h2>{t("ties")}</h2>
      <p className="note">{t("tiesHint")}</p>
      {rowsOf(tieBreaks, 3).map(({ at, row: rule }) => (
        <Choice
          key={`${tieBreaks.length} ${at}`}
          name={`tieBreaks.${at}`}
          label={t("tie", { number: at + 1 })}
          filled={rule ? (rule.by === "higher-criterion" ? tieOfCriterion(rule.criterion) : rule.by) : ""}
          data={data}
        />
      ))}
    </>
  );
}

/** Categories and groups that are ranked by themselves. */
export function GroupFields({ rules: { categories = [] } }: Props) {
  const t = useText(ruleWords);
  return (
    <>
      <h2>{t("groups")}</h2>
      <p className="note">{t("groupsHint")}</p>
      {rowsOf(categories).map(({ at, row: group }) => (
        <div key={group?.key ?? "new"} className="group-of-fields">
          <input type="hidden" name={`categories.${at}.key`} value={group?.key ?? ""} />
          <Text name={`categories.${at}.name`} label={t("group", { number: at + 1 })} filled={group?.name ?? ""} />
        </div>
      ))}
    </>
  );
}
