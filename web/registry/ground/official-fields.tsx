import { NativeSelect, TextInput } from "@mantine/core";
import { useText } from "../../ui/text.ts";
import { groundWords } from "./words.ts";

/** What every form of an official or a deputy asks. */
export function OfficialFields({ values }: { readonly values: Readonly<Record<string, string>> }) {
  const t = useText(groundWords);
  const kinds = (["official", "deputy"] as const).map((kind) => ({ value: kind, label: t(`kind_${kind}`) }));
  return (
    <>
      <TextInput id="name" name="name" label={t("name")} defaultValue={values.name ?? ""} maxLength={200} required />
      <NativeSelect name="kind" label={t("kind")} data={kinds} defaultValue={values.kind ?? "official"} />
      <TextInput
        name="office"
        label={t("office")}
        description={t("officeHint")}
        defaultValue={values.office ?? ""}
        maxLength={300}
        required
      />
      <fieldset className="row-of-fields">
        <legend>{t("term")}</legend>
        <TextInput id="since" name="since" type="date" label={t("since")} defaultValue={values.since ?? ""} required />
        <TextInput name="until" type="date" label={t("until")} defaultValue={values.until ?? ""} />
        <p className="soft">{t("untilHint")}</p>
      </fieldset>
    </>
  );
}

/** The field that a refusal is about. */
export function officialFieldOf(code: string): string {
  return code === "official-term" ? "since" : "name";
}
