import type { RequestState } from "../../../src/ledger/request/contract.ts";
import { Mark, type MarkKind } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { requestWords } from "./words.ts";

const KINDS: Readonly<Record<RequestState, MarkKind>> = {
  requested: "note",
  returned: "warning",
  approved: "note",
  paid: "done",
  withdrawn: "none",
};

/** The state of a request: a shape and words. */
export function State({ state }: { readonly state: RequestState }) {
  const t = useText(requestWords);
  return <Mark kind={KINDS[state]}>{t(`state_${state}`)}</Mark>;
}
