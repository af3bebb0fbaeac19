import { NativeSelect, TextInput } from "@mantine/core";
import { FoldForm } from "../../../app/fold-form.tsx";
import type { RefusedForm } from "../../../app/form.ts";
import { useText } from "../../../ui/text.ts";
import { bodyWords } from "../words.ts";
import { fieldOf } from "./field-of.ts";

interface Props {
  readonly associations: readonly { readonly id: string; readonly name: string }[];
  readonly refused: RefusedForm | undefined;
}

/** Somebody takes a seat. */
export function SeatForm({ associations, refused }: Props) {
  const t = useText(bodyWords);
  const own = refused?.intent === "take" ? refused : undefined;
  const field = (name: string) => ({
    id: name,
    name,
    defaultValue: own?.typed[name] ?? "",
    error: own && fieldOf(own.code) === name ? own.sentence : undefined,
  });
  return (
    <FoldForm intent="take" summary={t("take")} submit={t("take")} hint={t("takeHint")} refused={refused} isMain>
      <TextInput {...field("seat")} inputMode="numeric" label={t("seatNumber")} />
      <NativeSelect
        name="holder"
        label={t("holderField")}
        data={(["association", "other"] as const).map((value) => ({ value, label: t(`holder-${value}`) }))}
        defaultValue={own?.typed.holder ?? "association"}
      />
      <NativeSelect
        {...field("associationId")}
        label={t("association")}
        data={associations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextInput {...field("from")} type="date" label={t("from")} />
      <TextInput {...field("to")} type="date" label={t("to")} description={t("toHint")} />
      <TextInput {...field("basis")} label={t("basis")} maxLength={1000} />
      <TextInput {...field("holderName")} label={t("holderName")} maxLength={200} />
      <TextInput {...field("consent")} label={t("consent")} maxLength={1000} />
    </FoldForm>
  );
}
