import { NativeSelect, TextInput } from "@mantine/core";
import { ACT_KINDS } from "../../../../src/registry/boundary/views.ts";
import { useText } from "../../../ui/text.ts";
import { mapWords } from "../words.ts";
import type { Refused } from "./act.ts";

interface Props {
  readonly refused: Refused | undefined;
  readonly today: string;
}

/** The act that set a boundary, and the day from which it holds. */
export function ActFields({ refused, today }: Props) {
  const t = useText(mapWords);
  const typed = (name: string, otherwise = "") => refused?.typed[name] ?? otherwise;
  return (
    <>
      <NativeSelect
        id="actKind"
        name="actKind"
        label={t("actKind")}
        defaultValue={typed("actKind")}
        data={ACT_KINDS.map((kind) => ({ value: kind, label: t(`act-${kind}`) }))}
      />
      <TextInput
        id="actNumber"
        name="actNumber"
        label={t("actNumber")}
        maxLength={100}
        defaultValue={typed("actNumber")}
      />
      <TextInput id="actDate" name="actDate" type="date" label={t("actDate")} defaultValue={typed("actDate")} />
      <TextInput
        id="since"
        name="since"
        type="date"
        required
        label={t("since")}
        description={t("sinceHint")}
        defaultValue={typed("since", today)}
      />
    </>
  );
}
