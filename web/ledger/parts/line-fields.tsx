import { NativeSelect } from "@mantine/core";
import type { BasisKind } from "../../../src/ledger/contract.ts";
import type { ActivityCard } from "../../../src/ledger/views.ts";
import { useText } from "../../ui/text.ts";
import { ledgerWords } from "../words.ts";
import type { Refused } from "./act.ts";
import { fieldOf } from "./sum-fields.tsx";

interface Props {
  readonly activities: readonly ActivityCard[];
  /** What the address or the page proposes. */
  readonly proposed: { readonly year: string; readonly activityId: string };
  readonly bases: readonly BasisKind[];
  readonly refused: Refused | undefined;
}

/** Which activity and year, and on the strength of what. */
export function LineFields({ activities, proposed, bases, refused }: Props) {
  const t = useText(ledgerWords);
  const inForce = activities.filter((activity) => activity.inForce);
  const years = [...new Set(inForce.flatMap((activity) => activity.years))].sort();
  const field = (name: "activityId" | "year" | "basisKind", filled: string) => ({
    id: name,
    name,
    defaultValue: refused?.typed[name] ?? filled,
    error: refused && fieldOf(refused) === name ? refused.sentence : undefined,
  });
  return (
    <>
      <NativeSelect
        {...field("activityId", proposed.activityId)}
        label={t("activity")}
        data={[
          { value: "", label: t("chooseActivity") },
          ...inForce.map(({ id, name, position }) => ({ value: id, label: `${position}. ${name}` })),
        ]}
      />
      <NativeSelect {...field("year", proposed.year)} label={t("year")} data={years.map(String)} />
      <NativeSelect
        {...field("basisKind", bases[0] ?? "")}
        label={t("basisKind")}
        data={bases.map((kind) => ({ value: kind, label: t(`basis-${kind}`) }))}
      />
    </>
  );
}
