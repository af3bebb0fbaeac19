import type { TaskState } from "../../../src/desk/contract.ts";
import { Mark, type MarkKind } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { deskWords } from "../words.ts";

const KINDS: Readonly<Record<TaskState, MarkKind>> = {
  open: "none",
  "in-work": "note",
  returned: "warning",
  done: "done",
  accepted: "done",
  cancelled: "none",
};

export function StateMark({ state }: { readonly state: TaskState }) {
  const t = useText(deskWords);
  return <Mark kind={KINDS[state]}>{t(`state_${state}`)}</Mark>;
}
