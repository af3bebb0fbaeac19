import { Checkbox, TextInput } from "@mantine/core";
import type { Part } from "../../../src/ledger/contract.ts";
import type { FundingSource } from "../../../src/programme/contract.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { ledgerWords } from "../words.ts";
import type { Refused } from "./act.ts";
import { roubles, sourceHead } from "./money.ts";

/** Refusals that speak of a sum; all others speak of the field that their name says, or of the whole form. */
const OF_SUMS = /^ledger-(sum|currency|thousandfold|over|below|nothing)/;

/** Which field a refusal speaks of. */
export function fieldOf({ code }: Refused): string {
  if (OF_SUMS.test(code)) return "sums";
  if (/^ledger-(date|before|other-year|clock)/.test(code)) return "date";
  if (/^ledger-basis-kind/.test(code)) return "basisKind";
  if (/^ledger-basis/.test(code)) return "basis";
  if (/^ledger-(activity|year)/.test(code)) return "activityId";
  if (/^ledger-payee/.test(code)) return "payee";
  return "note";
}

interface Props {
  readonly sources: readonly FundingSource[];
  /** What stands in the fields before anybody types. */
  readonly filled?: readonly Part[];
  readonly refused: Refused | undefined;
  readonly hint: string;
  /** Stands before the fieldset's id where a page has several forms. */
  readonly prefix?: string;
}

/** A field of roubles for each source; the question about thousands stands below them when it was asked. */
export function SumFields({ sources, filled = [], refused, hint, prefix = "" }: Props) {
  const t = useText(ledgerWords);
  const language = useLanguage();
  const partOf = (source: FundingSource) => filled.find((part) => part.source === source);
  const asks = refused?.code === "ledger-thousandfold" || refused?.typed.confirmed === "yes";
  return (
    <fieldset className="sums" id={`${prefix}sums`}>
      <legend>{t("sums")}</legend>
      <p className="note">{hint}</p>
      {sources.map((source) => {
        const part = partOf(source);
        return (
          <TextInput
            key={source}
            name={source}
            inputMode="decimal"
            label={t("sumOf", { source: sourceHead(source, language) })}
            defaultValue={refused?.typed[source] ?? (part ? roubles(part.kopecks, "ru") : "")}
          />
        );
      })}
      {refused && OF_SUMS.test(refused.code) && <p className="error">{refused.sentence}</p>}
      {asks && <Checkbox name="confirmed" value="yes" label={t("confirm")} />}
    </fieldset>
  );
}
