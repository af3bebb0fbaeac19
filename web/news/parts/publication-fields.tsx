import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import {
  type NewsChoices,
  type OfferedAssociations,
  PUBLICATION_KINDS,
  type PublicationView,
} from "../../../src/news/contract.ts";
import type { RefusedForm } from "../../app/form.ts";
import { useText } from "../../ui/text.ts";
import { newsWords } from "../words.ts";
import { Associations } from "./associations.tsx";
import { fieldOf } from "./field-of.ts";

interface Named {
  readonly id: string;
  readonly name: string;
}

interface Props {
  readonly publication?: PublicationView;
  readonly choices: NewsChoices;
  readonly offered: OfferedAssociations;
  readonly refused: RefusedForm | undefined;
}

type Name = "title" | "lead" | "text" | "link" | "issue" | "publishedOn" | "authorName";

/** What a form offers before anybody searched: what the publication tells of. */
export function offerOf(publication?: PublicationView): OfferedAssociations {
  return { words: "", chosen: publication?.associations ?? [], found: [], hasMore: false };
}

/** All that a form says of a publication. */
export function PublicationFields({ publication, choices, offered, refused }: Props) {
  const t = useText(newsWords);
  const errorAt = (name: string) => (refused?.code && fieldOf(refused.code) === name ? refused.sentence : undefined);
  const field = (name: Name) => ({
    id: name,
    name,
    defaultValue: refused?.typed[name] ?? publication?.[name] ?? "",
    error: errorAt(name),
  });
  const options = (list: readonly Named[]) => list.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <NativeSelect
        id="kind"
        name="kind"
        label={t("kind")}
        data={PUBLICATION_KINDS.map((kind) => ({ value: kind, label: t(`kind-${kind}`) }))}
        defaultValue={refused?.typed.kind ?? publication?.kind ?? "news"}
        error={errorAt("kind")}
      />
      <NativeSelect
        name="outletId"
        label={t("outlet")}
        data={[{ value: "", label: t("ownPage") }, ...options(choices.outlets)]}
        defaultValue={refused?.typed.outletId ?? publication?.outlet?.id ?? ""}
      />
      <TextInput {...field("title")} label={t("title")} maxLength={300} />
      <Textarea {...field("lead")} label={t("lead")} description={t("leadHint")} rows={2} maxLength={1000} />
      <Textarea {...field("text")} label={t("text")} description={t("textHint")} rows={10} />
      <TextInput {...field("link")} type="url" label={t("link")} />
      <TextInput {...field("issue")} label={t("issue")} description={t("issueHint")} maxLength={300} />
      <TextInput {...field("publishedOn")} type="date" label={t("publishedOn")} description={t("publishedOnHint")} />
      <NativeSelect
        name="activityId"
        label={t("activity")}
        data={[{ value: "", label: t("activityNone") }, ...options(choices.activities)]}
        defaultValue={refused?.typed.activityId ?? publication?.activityId ?? ""}
      />
      <Associations choices={choices} offered={offered} error={errorAt("associationIds")} />
      <TextInput {...field("authorName")} label={t("author")} maxLength={200} />
    </>
  );
}
