import { Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { type ActName, RELATION_KINDS } from "../../../../src/registry/act/views.ts";
import { FoldForm } from "../../../app/fold-form.tsx";
import type { RefusedForm } from "../../../app/form.ts";
import { useLanguage } from "../../../ui/language.ts";
import { useText } from "../../../ui/text.ts";
import { actWords } from "../words.ts";
import { fieldOf } from "./field-of.ts";
import { sayAct } from "./say.ts";

interface Props {
  /** Acts that can be changed: adopted, not this one. */
  readonly others: readonly ActName[];
  readonly refused: RefusedForm | undefined;
  readonly isMain: boolean;
}

/** What this act does to another. */
export function RelateForm({ others, refused, isMain }: Props) {
  const t = useText(actWords);
  const language = useLanguage();
  if (others.length === 0) return null;
  const own = refused?.intent === "relate" ? refused : undefined;
  const errorAt = (field: string) => (own && fieldOf(own.code) === field ? own.sentence : undefined);
  const acts = others.map((act) => ({ value: act.id, label: `${sayAct(act, language)} «${shorten(act.title)}»` }));
  return (
    <FoldForm
      intent="relate"
      summary={t("relate")}
      submit={t("relate")}
      hint={t("relateHint")}
      refused={refused}
      isMain={isMain}
    >
      <NativeSelect
        id="relation"
        name="relation"
        label={t("relationKind")}
        data={RELATION_KINDS.map((kind) => ({ value: kind, label: t(`relation_${kind}`) }))}
        defaultValue={own?.typed.relation ?? "amends"}
        error={errorAt("relation")}
      />
      <NativeSelect
        id="targetId"
        name="targetId"
        label={t("target")}
        data={acts}
        defaultValue={own?.typed.targetId ?? ""}
        error={errorAt("targetId")}
      />
      <TextInput
        id="holdsFrom"
        name="holdsFrom"
        type="date"
        label={t("holdsFrom")}
        description={t("holdsFromHint")}
        defaultValue={own?.typed.holdsFrom ?? ""}
        error={errorAt("holdsFrom")}
      />
      <Checkbox
        name="bringsUpToDate"
        value="yes"
        label={t("bringsUpToDate")}
        defaultChecked={own ? own.typed.bringsUpToDate === "yes" : false}
      />
      <TextInput name="note" label={t("note")} maxLength={1000} defaultValue={own?.typed.note ?? ""} />
    </FoldForm>
  );
}

const LONGEST = 90;

function shorten(title: string): string {
  return title.length > LONGEST ? `${title.slice(0, LONGEST)}…` : title;
}
