import { NativeSelect, TextInput } from "@mantine/core";
import type { ActName } from "../../../../src/registry/act/views.ts";
import { BODY_KINDS, type BodyView } from "../../../../src/registry/body/views.ts";
import type { RefusedForm } from "../../../app/form.ts";
import { useText } from "../../../ui/text.ts";
import { bodyWords } from "../words.ts";
import { fieldOf } from "./field-of.ts";

interface Props {
  readonly body?: BodyView;
  /** The acts of the register as a choice. */
  readonly acts: readonly { readonly value: string; readonly label: string }[];
  readonly refused: RefusedForm | undefined;
}

/** All that a form says of a body itself. */
export function BodyFields({ body, acts, refused }: Props) {
  const t = useText(bodyWords);
  const field = (name: "name" | "authority" | "actWords" | "since" | "until") => ({
    id: name,
    name,
    defaultValue: refused?.typed[name] ?? body?.[name] ?? "",
    error: refused && fieldOf(refused.code) === name ? refused.sentence : undefined,
  });
  const act: ActName | null = body?.act ?? null;
  return (
    <>
      <NativeSelect
        name="kind"
        label={t("kind")}
        data={BODY_KINDS.map((kind) => ({ value: kind, label: t(`kind-${kind}`) }))}
        defaultValue={refused?.typed.kind ?? body?.kind ?? "council"}
      />
      <TextInput {...field("name")} label={t("name")} maxLength={500} />
      <TextInput {...field("authority")} label={t("authority")} maxLength={500} />
      <NativeSelect
        name="actId"
        label={t("act")}
        data={[{ value: "", label: t("actNone") }, ...acts]}
        defaultValue={refused?.typed.actId ?? act?.id ?? ""}
      />
      <TextInput {...field("actWords")} label={t("actWords")} maxLength={1000} />
      <TextInput {...field("since")} type="date" label={t("since")} />
      <TextInput {...field("until")} type="date" label={t("until")} description={t("untilHint")} />
    </>
  );
}
