import type { ApplicationState } from "../../../src/contest/application/contract.ts";
import type { CallView } from "../../../src/contest/call/contract.ts";
import { Mark, type MarkKind } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { contestWords } from "../words.ts";

const OF_CALL: Readonly<Record<CallView["state"], MarkKind>> = {
  draft: "none",
  announced: "note",
  review: "note",
  decided: "done",
  void: "none",
  cancelled: "none",
};

/** The state of a call: a shape and words. */
export function CallMark({ call }: { readonly call: Pick<CallView, "state" | "isOpen"> }) {
  const t = useText(contestWords);
  return <Mark kind={OF_CALL[call.state]}>{t(call.isOpen ? "call-open" : `call-${call.state}`)}</Mark>;
}

const OF_APPLICATION: Readonly<Record<ApplicationState, MarkKind>> = {
  draft: "none",
  submitted: "note",
  returned: "warning",
  withdrawn: "none",
  admitted: "done",
  refused: "error",
};

export function ApplicationMark({ state }: { readonly state: ApplicationState }) {
  const t = useText(contestWords);
  return <Mark kind={OF_APPLICATION[state]}>{t(`application-${state}`)}</Mark>;
}
