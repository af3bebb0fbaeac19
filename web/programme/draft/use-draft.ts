import { useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { newId } from "../../../src/kernel/id.ts";
import type { Address } from "../../../src/programme/draft/edit.ts";
import type { DraftView } from "../../../src/programme/views-draft.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { connect } from "./connection.ts";
import { DraftSession } from "./session.ts";

/** A draft in this window, kept together with the server for as long as the page is open. */
export function useDraft(draft: DraftView, readOnly: boolean) {
  const href = useHref();
  const url = href(paths.draftChanges(draft.slug));
  const session = useMemo(() => new DraftSession(draft, newId), [draft]);
  const snapshot = useSyncExternalStore(session.subscribe, session.getSnapshot, session.getSnapshot);
  const where = useRef<Address | null>(null);
  const line = useRef<ReturnType<typeof connect> | null>(null);
  useEffect(() => {
    if (readOnly) return;
    line.current = connect(session, { id: draft.id, url, visitor: newId(), place: () => where.current });
    return () => line.current?.end();
  }, [session, draft.id, url, readOnly]);
  return {
    session,
    snapshot,
    /** Says where in the draft the person is. */
    place: (address: Address | null) => {
      where.current = address;
    },
    flush: async () => line.current?.flush(),
  };
}
