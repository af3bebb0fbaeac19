import type { PublicationState } from "../../../src/news/contract.ts";
import { Mark, type MarkKind } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { newsWords } from "../words.ts";

const KINDS: Readonly<Record<PublicationState, MarkKind>> = {
  draft: "none",
  "for-approval": "note",
  returned: "warning",
  approved: "note",
  published: "done",
  withdrawn: "none",
};

export function StateMark({ state }: { readonly state: PublicationState }) {
  const t = useText(newsWords);
  return (
    <Mark kind={KINDS[state]}>
      <span className="wraps">{t(`state-${state}`)}</span>
    </Mark>
  );
}
