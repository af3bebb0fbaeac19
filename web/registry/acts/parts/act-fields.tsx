import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { ACT_KINDS, ACT_SUBJECTS, type ActView } from "../../../../src/registry/act/views.ts";
import type { Settlement } from "../../../../src/registry/contract.ts";
import type { RefusedForm } from "../../../app/form.ts";
import { useText } from "../../../ui/text.ts";
import { actWords } from "../words.ts";
import { fieldOf } from "./field-of.ts";

interface Props {
  readonly act?: ActView;
  readonly settlements: readonly Settlement[];
  readonly refused: RefusedForm | undefined;
}

const NAMES = ["number", "date", "issuer", "title", "clause", "link", "inForceFrom", "inForceUntil", "text"] as const;
type Name = (typeof NAMES)[number] | "kind" | "subject" | "state" | "settlementId";

/** All that a form says of an act. */
export function ActFields({ act, settlements, refused }: Props) {
  const t = useText(actWords);
  const field = (name: Name) => ({
    id: name,
    name,
    defaultValue: refused?.typed[name] ?? act?.[name] ?? "",
    error: refused && fieldOf(refused.code) === name ? refused.sentence : undefined,
  });
  const kinds = ACT_KINDS.map((kind) => ({ value: kind, label: t(`kind-${kind}`) }));
  const subjects = ACT_SUBJECTS.map((subject) => ({ value: subject, label: t(`subject-${subject}`) }));
  const states = (["adopted", "draft"] as const).map((state) => ({ value: state, label: t(`state_${state}`) }));
  const units = settlements.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <NativeSelect
        {...field("kind")}
        label={t("kind")}
        data={kinds}
        defaultValue={chosen("kind", "council-decision")}
      />
      <NativeSelect
        {...field("subject")}
        label={t("subject")}
        data={subjects}
        defaultValue={chosen("subject", "general")}
      />
      {act?.state === "adopted" ? (
        <input type="hidden" name="state" value="adopted" />
      ) : (
        <NativeSelect
          {...field("state")}
          label={t("stateField")}
          data={states}
          defaultValue={chosen("state", "adopted")}
        />
      )}
      <TextInput {...field("number")} label={t("number")} maxLength={100} />
      <TextInput {...field("date")} type="date" label={t("date")} />
      <TextInput {...field("issuer")} label={t("issuer")} maxLength={500} />
      <Textarea {...field("title")} label={t("title")} rows={3} maxLength={2000} />
      <TextInput {...field("clause")} label={t("clause")} description={t("clauseHint")} maxLength={300} />
      <TextInput {...field("inForceFrom")} type="date" label={t("inForceFrom")} description={t("inForceFromHint")} />
      <TextInput {...field("inForceUntil")} type="date" label={t("inForceUntil")} description={t("inForceUntilHint")} />
      <NativeSelect
        {...field("settlementId")}
        label={t("settlementUnit")}
        data={[{ value: "", label: t("settlementNone") }, ...units]}
      />
      <TextInput {...field("link")} type="url" label={t("link")} />
      <Textarea {...field("text")} label={t("text")} description={t("textHint")} rows={6} />
    </>
  );

  function chosen(name: "kind" | "subject" | "state", first: string): string {
    return refused?.typed[name] ?? act?.[name] ?? first;
  }
}
