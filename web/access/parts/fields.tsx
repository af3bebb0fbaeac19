import { PasswordInput, TextInput } from "@mantine/core";
import { useText } from "../../ui/text.ts";
import { accessWords } from "../words.ts";

interface Field {
  readonly id: string;
  readonly label?: string;
  readonly error?: string | undefined;
}

export function EmailField({ id, label, error, value }: Field & { readonly value?: string }) {
  const t = useText(accessWords);
  return (
    <TextInput
      id={id}
      name="email"
      type="email"
      label={label ?? t("email")}
      autoComplete={id === "email" ? "username" : "email"}
      defaultValue={value ?? ""}
      error={error}
      required
      withAsterisk={false}
    />
  );
}

/** A password that is there already. */
export function PasswordField({ id, label, error }: Field) {
  const t = useText(accessWords);
  return (
    <PasswordInput
      id={id}
      name="password"
      label={label ?? t("password")}
      autoComplete="current-password"
      visibilityToggleButtonProps={{ "aria-label": t("show") }}
      error={error}
      required
      withAsterisk={false}
    />
  );
}

/** A password that is being thought of. */
export function NewPasswordField({ id, label, error }: Field) {
  const t = useText(accessWords);
  return (
    <PasswordInput
      id={id}
      name="next"
      label={label ?? t("newPassword")}
      description={t("passwordHint")}
      autoComplete="new-password"
      visibilityToggleButtonProps={{ "aria-label": t("show") }}
      minLength={10}
      maxLength={128}
      error={error}
      required
      withAsterisk={false}
    />
  );
}
