import { Textarea } from "@mantine/core";
import type { NarrativeSection } from "../../../src/report/views.ts";
import type { RefusedForm } from "../../app/form.ts";
import { useText } from "../../ui/text.ts";
import { reportWords } from "../words.ts";

interface Props {
  readonly section: NarrativeSection;
  readonly mayWrite: boolean;
  readonly typed: RefusedForm["typed"] | undefined;
}

/** A text of the report, drafted from the records until a person writes it. */
export function NarrativeField({ section, mayWrite, typed }: Props) {
  const t = useText(reportWords);
  const { key, text, drafted, isEdited } = section;
  if (!mayWrite) return <p className="printed">{text}</p>;
  const name = `narrative:${key}`;
  return (
    <>
      <input type="hidden" name={`drafted:${key}`} value={drafted} />
      <Textarea
        id={name}
        name={name}
        aria-label={t(`part-${key}`)}
        description={t("narrativeHint")}
        defaultValue={typed?.[name] ?? text}
        maxLength={20_000}
        autosize
        minRows={4}
        maxRows={24}
      />
      {isEdited && drafted !== text && (
        <details className="fold">
          <summary>{t("narrativeEdited")}</summary>
          <p className="printed">{drafted}</p>
        </details>
      )}
    </>
  );
}
