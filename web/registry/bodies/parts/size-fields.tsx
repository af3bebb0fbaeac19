import { TextInput } from "@mantine/core";
import type { RefusedForm } from "../../../app/form.ts";
import { useText } from "../../../ui/text.ts";
import { bodyWords } from "../words.ts";
import { fieldOf } from "./field-of.ts";

/** How many seats, and by which document. */
export function SizeFields({ refused }: { readonly refused: RefusedForm | undefined }) {
  const t = useText(bodyWords);
  return (
    <>
      <TextInput
        id="seats"
        name="seats"
        inputMode="numeric"
        label={t("seatsField")}
        defaultValue={refused?.typed.seats ?? ""}
        error={refused && fieldOf(refused.code) === "seats" ? refused.sentence : undefined}
      />
      <TextInput name="basis" label={t("sizeBasis")} maxLength={1000} defaultValue={refused?.typed.basis ?? ""} />
    </>
  );
}
