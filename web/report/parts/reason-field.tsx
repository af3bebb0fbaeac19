import { Textarea } from "@mantine/core";
import type { Deviation } from "../../../src/report/views.ts";
import type { RefusedForm } from "../../app/form.ts";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { reportWords } from "../words.ts";

interface Props {
  /** Of which row, as the draft names it. */
  readonly field: string;
  readonly number: string;
  readonly row: Deviation;
  readonly mayWrite: boolean;
  readonly typed: RefusedForm["typed"] | undefined;
}

/** Why a fact is off its plan: asked where the form's share is exceeded, else shown where it was said. */
export function ReasonField({ field, number, row, mayWrite, typed }: Props) {
  const t = useText(reportWords);
  const { asks, reason } = row;
  if (!mayWrite || (!asks && reason === "")) return reason ? <Words>{reason}</Words> : null;
  const name = `reason:${field}`;
  return (
    <div className="reason">
      <Textarea
        id={name.replace(" ", "_")}
        name={name}
        aria-label={t("reasonOf", { number })}
        defaultValue={typed?.[name] ?? reason}
        maxLength={2000}
        autosize
        minRows={2}
        miw="14rem"
      />
      {asks && reason === "" && <Mark kind="warning">{t("reasonAsked")}</Mark>}
    </div>
  );
}
