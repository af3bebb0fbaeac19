import { TextInput } from "@mantine/core";
import { FoldForm } from "../../../app/fold-form.tsx";
import type { RefusedForm } from "../../../app/form.ts";
import { useText } from "../../../ui/text.ts";
import { actWords } from "../words.ts";

interface Props {
  readonly revisionKey: string;
  readonly today: string;
  readonly refused: RefusedForm | undefined;
}

/** The act was looked through and needs no change. */
export function ReviewForm({ revisionKey, today, refused }: Props) {
  const t = useText(actWords);
  const own = refused?.intent === "review" ? refused : undefined;
  return (
    <FoldForm intent="review" summary={t("review")} submit={t("reviewSubmit")} hint={t("reviewHint")} refused={refused}>
      <input type="hidden" name="key" value={revisionKey} />
      <TextInput
        name="reviewDate"
        type="date"
        max={today}
        label={t("reviewDate")}
        defaultValue={own?.typed.reviewDate ?? today}
      />
      <TextInput
        id="basis"
        name="basis"
        label={t("reviewBasis")}
        maxLength={1000}
        defaultValue={own?.typed.basis ?? ""}
        error={own?.sentence}
      />
    </FoldForm>
  );
}
