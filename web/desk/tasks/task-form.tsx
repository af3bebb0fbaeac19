import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { ROLE_NAMES, ROLES } from "../../../src/access/roles.ts";
import { REMIND_DAYS, TITLE_LIMIT } from "../../../src/desk/contract.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import type { Refused } from "../parts/act.ts";
import { deskWords } from "../words.ts";

/** What the form begins with, as its fields hold it. */
export interface TaskDraft {
  readonly title: string;
  readonly details: string;
  readonly executor: string;
  readonly role: string;
  readonly owner: string;
  readonly dueDate: string;
  readonly remindDays: string;
  readonly basis: string;
}

export const EMPTY_TASK: TaskDraft = {
  title: "",
  details: "",
  executor: "",
  role: "",
  owner: "",
  dueDate: "",
  remindDays: String(REMIND_DAYS),
  basis: "",
};

/** Which field a refusal speaks of. */
const FIELD_OF: Readonly<Record<string, keyof TaskDraft>> = {
  "task-title-missing": "title",
  "task-due-wrong": "dueDate",
  "task-owner-missing": "owner",
  "task-owner-unknown": "owner",
  "message-long": "details",
};

export function fieldOf(refused: Refused): string {
  return FIELD_OF[refused.code] ?? "title";
}

interface Props {
  readonly draft: TaskDraft;
  readonly refused: Refused | undefined;
  readonly owners: readonly { readonly id: string; readonly name: string; readonly roles: readonly string[] }[];
  readonly executors: readonly string[];
}

/** The fields of a task; what was typed stays after a refusal. */
export function TaskFormFields({ draft, refused, owners, executors }: Props) {
  const t = useText(deskWords);
  const language = useLanguage();
  const field = (name: keyof TaskDraft) => ({
    id: name,
    name,
    defaultValue: refused?.typed[name] ?? draft[name],
    error: refused && FIELD_OF[refused.code] === name ? refused.sentence : undefined,
  });
  return (
    <>
      <TextInput {...field("title")} label={t("titleLabel")} description={t("titleHint")} maxLength={TITLE_LIMIT} />
      <Textarea {...field("details")} label={t("detailsLabel")} rows={4} />
      <NativeSelect
        {...field("owner")}
        label={t("ownerLabel")}
        description={t("ownerHint")}
        data={[
          { value: "", label: t("ownerNone") },
          ...owners.map(({ id, name, roles }) => ({
            value: id,
            label: `${name} — ${roles.map((role) => ROLE_NAMES[role as keyof typeof ROLE_NAMES][language]).join(", ")}`,
          })),
        ]}
      />
      <NativeSelect
        {...field("role")}
        label={t("roleLabel")}
        description={t("roleHint")}
        data={[
          { value: "", label: t("roleNone") },
          ...ROLES.filter((role) => role !== "resident").map((role) => ({
            value: role,
            label: ROLE_NAMES[role][language],
          })),
        ]}
      />
      <TextInput {...field("dueDate")} type="date" label={t("dueLabel")} description={t("dueHint")} />
      <TextInput {...field("remindDays")} inputMode="numeric" label={t("remindLabel")} />
      <TextInput {...field("executor")} label={t("executorLabel")} list="executors" />
      <datalist id="executors">
        {executors.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <TextInput {...field("basis")} label={t("basisLabel")} description={t("basisHint")} />
    </>
  );
}
