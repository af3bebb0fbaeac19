import type { AssociationState } from "../../../src/registry/contract.ts";
import { useLanguage } from "../../ui/language.ts";
import { Mark } from "../../ui/mark.tsx";
import { choiceName } from "./value.tsx";

const MARKS = { active: "done", suspended: "warning", ended: "none" } as const;

/** «Действует», «приостановлен», «прекращён», with a shape of its own. */
export function StateMark({ state }: { readonly state: AssociationState }) {
  const language = useLanguage();
  return <Mark kind={MARKS[state]}>{choiceName(state, language)}</Mark>;
}
