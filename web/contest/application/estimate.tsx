import { TextInput } from "@mantine/core";
import type { TypedContent } from "../../../src/contest/application/contract.ts";
import type { Kopecks } from "../../../src/kernel/money.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { roubles } from "../parts/money.ts";
import { applicationWords } from "./words.ts";

type Line = TypedContent["estimate"][number];

/** A line of the estimate: what is needed, and who pays for it. */
export function EstimateLine({ at, filled }: { readonly at: number; readonly filled: Line | undefined }) {
  const t = useText(applicationWords);
  const field = (name: Exclude<keyof Line, "what">) => ({
    id: `estimate.${at}.${name}`,
    name: `estimate.${at}.${name}`,
    label: t(name),
    inputMode: "decimal" as const,
    defaultValue: filled?.[name] ?? "",
  });
  return (
    <fieldset className="lines" id={`estimate.${at}`}>
      <legend>{t("line", { number: at + 1 })}</legend>
      <TextInput
        id={`estimate.${at}.what`}
        name={`estimate.${at}.what`}
        label={t("thing")}
        defaultValue={filled?.what ?? ""}
      />
      <div className="row-of-fields">
        <TextInput {...field("quantity")} />
        <TextInput {...field("unitCost")} />
        <TextInput {...field("asked")} />
      </div>
      <div className="row-of-fields">
        <TextInput {...field("ownMoney")} />
        <TextInput {...field("ownLabour")} />
        <TextInput {...field("ownThings")} />
      </div>
    </fieldset>
  );
}

interface TotalsProps {
  readonly asked: Kopecks;
  readonly own: Kopecks;
  readonly most: Kopecks | null;
  /** Whether every line could be read. */
  readonly isWhole: boolean;
}

/** What the estimate comes to while it is typed. */
export function EstimateTotals({ asked, own, most, isWhole }: TotalsProps) {
  const t = useText(applicationWords);
  const language = useLanguage();
  return (
    <dl className="facts">
      <dt>{t("totalCost")}</dt>
      <dd>{isWhole ? roubles(asked + own, language) : t("notCounted")}</dd>
      <dt>{t("totalOwn")}</dt>
      <dd>{roubles(own, language)}</dd>
      <dt>{t("totalAsked")}</dt>
      <dd>
        <strong>{roubles(asked, language)}</strong>
        {most !== null && <span className="note place">{t("limit", { sum: roubles(most, language) })}</span>}
      </dd>
    </dl>
  );
}
