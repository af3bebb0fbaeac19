import { useState } from "react";
import type { Programme, ProgrammeFinding } from "../../../src/programme/contract.ts";
import type { DraftView } from "../../../src/programme/views-draft.ts";
import { useText } from "../../ui/text.ts";
import { programmeWords } from "../words.ts";
import { Decision } from "./decision.tsx";
import { Findings } from "./findings.tsx";
import { Notices, Saving } from "./notices.tsx";
import type { Spot } from "./selection.ts";
import type { DraftSession, Snapshot } from "./session.ts";
import { findSpot, SheetView } from "./sheet-view.tsx";
import { Texts } from "./texts.tsx";
import { useDraft } from "./use-draft.ts";

export type Tab = "activities" | "indicators" | "texts";
const TABS = [
  ["activities", "tabActivities"],
  ["indicators", "tabIndicators"],
  ["texts", "tabTexts"],
] as const;

/** The draft as it is worked on. */
export function DraftWork({ draft, readOnly }: { readonly draft: DraftView; readonly readOnly: boolean }) {
  const t = useText(programmeWords);
  const { session, snapshot, place, flush } = useDraft(draft, readOnly);
  const [tab, setTab] = useState<Tab>("activities");
  const [jump, setJump] = useState<Spot | null>(null);
  const go = (finding: ProgrammeFinding) => {
    const found = findCell(snapshot.content, finding);
    if (!found) return;
    setTab(found.tab);
    setJump(found.jump);
  };
  return (
    <>
      <div className="draft-top">
        <Saving snapshot={snapshot} />
      </div>
      <Notices {...{ draft, session, snapshot }} />
      <nav className="tabs" aria-label={t("draft")}>
        {TABS.map(([name, word]) => (
          <button
            key={name}
            type="button"
            className="tab"
            aria-current={tab === name ? "true" : undefined}
            onClick={() => {
              setJump(null);
              setTab(name);
            }}
          >
            {t(word)}
          </button>
        ))}
      </nav>
      <div className="draft-body">
        <DraftTab {...{ tab, session, snapshot, readOnly, jump, place }} />
        <Findings findings={snapshot.findings} onGo={go} />
      </div>
      {!readOnly && <Decision {...{ draft, snapshot, flush }} />}
    </>
  );
}

interface TabProps {
  readonly tab: Tab;
  readonly session: DraftSession;
  readonly snapshot: Snapshot;
  readonly readOnly: boolean;
  readonly jump: Spot | null;
  readonly place: ReturnType<typeof useDraft>["place"];
}

function DraftTab({ tab, ...props }: TabProps) {
  if (tab === "texts") return <Texts {...props} />;
  return <SheetView key={tab} list={tab} {...props} />;
}

function findCell(content: Programme, { where }: ProgrammeFinding): { tab: Tab; jump: Spot | null } | null {
  if (where.part === "annex2" || where.part === "annex3") {
    const jump = findSpot(content, "activities", where);
    return jump && { tab: "activities", jump };
  }
  if (where.part === "annex1") {
    const jump = findSpot(content, "indicators", where);
    return jump && { tab: "indicators", jump };
  }
  return { tab: "texts", jump: null };
}
