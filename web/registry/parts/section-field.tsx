import { Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";
import type { Settlement } from "../../../src/registry/contract.ts";
import { FIELDS, type Field } from "../../../src/registry/record/fields.data.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { registryWords } from "../words.ts";
import { choiceName } from "./value.tsx";

interface Props {
  readonly field: Field;
  /** As a form has it: dates `YYYY-MM-DD`, a choice by its code, a settlement by its id. */
  readonly filled: string;
  readonly error: string | undefined;
  readonly settlements: readonly Settlement[];
}

const HINTS = ["members", "amendments", "chairConsent", "inn", "ogrn", "stateBasis", "foundingEntitled"] as const;

/** The input of one field, by its kind. */
export function SectionField({ field, filled, error, settlements }: Props) {
  const t = useText(registryWords);
  const language = useLanguage();
  const hint = HINTS.find((key) => key === field.key);
  const common = {
    id: field.key,
    name: field.key,
    label: field.isPublic ? field[language] : `${field[language]} (${t("internal")})`,
    defaultValue: filled,
    error,
    ...(hint && { description: t(`hint_${hint}`) }),
  };
  switch (field.kind) {
    case "long":
    case "people":
    case "acts":
      return <Textarea {...common} autosize={false} rows={field.kind === "long" ? 6 : 4} />;
    case "date":
      return <TextInput {...common} type="date" />;
    case "count":
    case "digits":
      return <TextInput {...common} inputMode="numeric" />;
    case "flag":
      return (
        <NativeSelect
          {...common}
          data={[
            { value: "", label: t("flagNone") },
            { value: "да", label: t("yes") },
            { value: "нет", label: t("no") },
          ]}
        />
      );
    case "choice":
      return <NativeSelect {...common} data={choices(field.choices ?? [])} />;
    case "settlement":
      return <NativeSelect {...common} data={settlements.map(({ id, name }) => ({ value: id, label: name }))} />;
    case "hidden":
      return <HiddenFields filled={filled} />;
    default:
      return <TextInput {...common} />;
  }

  function choices(codes: readonly string[]) {
    const named = codes.map((code) => ({ value: code, label: choiceName(code, language) }));
    return field.isRequired ? named : [{ value: "", label: t("chooseNone") }, ...named];
  }
}

/** What an association may keep to itself, a box each. */
function HiddenFields({ filled }: { readonly filled: string }) {
  const t = useText(registryWords);
  const language = useLanguage();
  const chosen = filled.split("\n");
  const fields: readonly Field[] = FIELDS;
  return (
    <fieldset className="ticks">
      <legend>{t("hint_hidden")}</legend>
      {fields
        .filter(({ isPublic, isRequired }) => isPublic && !isRequired)
        .map((field) => (
          <Checkbox
            key={field.key}
            name="hidden"
            value={field.key}
            label={field[language]}
            defaultChecked={chosen.includes(field.key)}
          />
        ))}
    </fieldset>
  );
}
