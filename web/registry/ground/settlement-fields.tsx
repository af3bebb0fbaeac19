import { TextInput } from "@mantine/core";
import { useText } from "../../ui/text.ts";
import { groundWords } from "./words.ts";

/** What every form of a settlement asks. */
export function SettlementFields({ values }: { readonly values: Readonly<Record<string, string>> }) {
  const t = useText(groundWords);
  return (
    <>
      <TextInput
        id="name"
        name="name"
        label={t("settlementName")}
        description={t("settlementNameHint")}
        defaultValue={values.name ?? ""}
        maxLength={300}
        required
      />
      <TextInput
        id="oktmo"
        name="oktmo"
        inputMode="numeric"
        label={t("oktmo")}
        description={t("oktmoHint")}
        defaultValue={values.oktmo ?? ""}
      />
    </>
  );
}

/** The field that a refusal is about. */
export function settlementFieldOf(code: string): string {
  if (code === "settlement-oktmo") return "oktmo";
  return code === "settlement-ended" || code === "settlement-in-use" ? "endedOn" : "name";
}
