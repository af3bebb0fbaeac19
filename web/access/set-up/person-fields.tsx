import { PasswordInput, TextInput } from "@mantine/core";
import { useText } from "../../ui/text.ts";
import { accessWords } from "../words.ts";
import type { FieldsProps } from "./choice.tsx";
import { setUpWords } from "./words.ts";

/** The third step: who keeps the installation. */
export function PersonFields({ value, error }: FieldsProps) {
  const t = useText(setUpWords);
  const common = useText(accessWords);
  return (
    <section className="part">
      <h2>{t("stepPerson")}</h2>
      <p className="under">{t("personLead")}</p>
      <TextInput
        id="personName"
        name="personName"
        label={t("personName")}
        defaultValue={value("personName")}
        error={error("personName")}
        autoComplete="name"
        maxLength={200}
      />
      <TextInput
        id="email"
        name="email"
        type="email"
        label={t("email")}
        description={t("emailHint")}
        defaultValue={value("email")}
        error={error("email")}
        autoComplete="username"
      />
      <PasswordInput
        id="password"
        name="password"
        label={t("password")}
        description={common("passwordHint")}
        error={error("password")}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ "aria-label": common("show") }}
        maxLength={128}
      />
    </section>
  );
}
