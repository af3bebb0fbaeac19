import type { ReportState } from "../../../src/report/sign/views.ts";
import { Mark, type MarkKind } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { reportWords } from "../words.ts";

const MARKS: Readonly<Record<ReportState, MarkKind>> = {
  draft: "note",
  signed: "done",
  accepted: "done",
  returned: "warning",
};

export function StateMark({ state }: { readonly state: ReportState }) {
  const t = useText(reportWords);
  return <Mark kind={MARKS[state]}>{t(`state-${state}`)}</Mark>;
}
