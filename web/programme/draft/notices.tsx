import { Button } from "@mantine/core";
import { Form, useSearchParams } from "react-router";
import type { Address } from "../../../src/programme/draft/edit.ts";
import type { DraftConflict, DraftView, DraftVisitor } from "../../../src/programme/views-draft.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useRootData } from "../../app/root-data.ts";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { oneLine } from "../../ui/typography.ts";
import { programmeWords } from "../words.ts";
import type { DraftSession, Snapshot } from "./session.ts";

/** «Сохранено в 14:05», or why not. */
export function Saving({ snapshot }: { readonly snapshot: Snapshot }) {
  const t = useText(programmeWords);
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  const { saving, savedAt, refusal } = snapshot;
  const time = new Intl.DateTimeFormat("ru", { timeZone, timeStyle: "short" }).format(new Date(savedAt));
  const kind = { saved: "done", waiting: "none", sending: "none", offline: "warning", refused: "error" } as const;
  return (
    <p className="saving" role="status">
      <Mark kind={kind[saving]}>{t(`saving_${saving}`, { time, why: refusal ?? "" })}</Mark>
    </p>
  );
}

interface Props {
  readonly draft: DraftView;
  readonly session: DraftSession;
  readonly snapshot: Snapshot;
}

/** What a person should know before going on: who else is here, what they overtook, a newer edition. */
export function Notices({ draft, session, snapshot }: Props) {
  const t = useText(programmeWords);
  const [search] = useSearchParams();
  const [aside, taken] = [Number(search.get("aside") ?? 0), Number(search.get("taken") ?? 0)];
  return (
    <>
      {snapshot.state !== "open" && <p className="notice">{t("draftClosed")}</p>}
      {snapshot.inForce !== draft.base && <Outdated {...{ draft, snapshot }} />}
      {aside > 0 && <p className="notice">{t("movedAside", { count: aside })}</p>}
      {taken > 0 && <TakenIn count={taken} slug={draft.slug} />}
      {snapshot.others.length > 0 && <Others snapshot={snapshot} />}
      {snapshot.conflicts.length > 0 && <Conflicts {...{ session, snapshot }} />}
    </>
  );
}

function TakenIn({ count, slug }: { readonly count: number; readonly slug: string }) {
  const t = useText(programmeWords);
  const href = useHref();
  return (
    <p className="notice is-others" role="status">
      {t("takenIn", { count })} <a href={href(paths.draftHistory(slug))}>{t("takenInWhere")}</a>
    </p>
  );
}

function Outdated({ draft, snapshot }: Omit<Props, "session">) {
  const t = useText(programmeWords);
  return (
    <Form method="post" className="notice" reloadDocument>
      <input type="hidden" name="id" value={draft.id} />
      <p>{t("outdated", { base: draft.base, inForce: snapshot.inForce })}</p>
      <Button type="submit" name="intent" value="rebase" variant="outline" disabled={snapshot.saving !== "saved"}>
        {t("outdatedMove")}
      </Button>
    </Form>
  );
}

function Others({ snapshot }: Pick<Props, "snapshot">) {
  const t = useText(programmeWords);
  const names = snapshot.others.map((other) => nameOther(other, snapshot, t)).join("; ");
  return (
    <p className="notice is-others" role="status">
      {t("othersHere", { count: snapshot.others.length, names })}
    </p>
  );
}

function nameOther(
  { name, place }: DraftVisitor,
  { content }: Snapshot,
  t: ReturnType<typeof useText<typeof programmeWords.ru>>,
): string {
  const line = place && lineOf(place, content);
  return line ? t("otherAt", { name, line: shorten(line) }) : name;
}

function lineOf(place: Address, content: Snapshot["content"]): string | null {
  if (place.of === "passport") return content.passport.rows[place.row]?.label.text ?? null;
  if (place.of === "section") return content.sections[place.section]?.heading.text ?? null;
  if (place.of === "rollup") return content.rollups[place.at]?.rows[0]?.label.text ?? null;
  if (place.of === "summary") return content.summary[0]?.label.text ?? null;
  const isActivity = place.of === "activity" || place.of === "figure";
  return (isActivity ? content.activities : content.indicators)[place.at]?.name.text ?? null;
}

function shorten(text: string): string {
  const line = oneLine(text);
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

function Conflicts({ session, snapshot }: Omit<Props, "draft">) {
  const t = useText(programmeWords);
  return (
    <section className="notice" role="alert">
      <h2>{t("conflictsTitle")}</h2>
      <p>{t("conflictsLead")}</p>
      {snapshot.conflicts.map((conflict) => (
        <Conflict
          key={`${conflict.token}-${JSON.stringify(conflict.address)}`}
          {...{ conflict, snapshot }}
          onSettle={(mine) => session.settle(conflict, mine)}
        />
      ))}
    </section>
  );
}

interface ConflictProps {
  readonly conflict: DraftConflict;
  readonly snapshot: Snapshot;
  readonly onSettle: (mine: boolean) => void;
}

function Conflict({ conflict, snapshot, onSettle }: ConflictProps) {
  const t = useText(programmeWords);
  const { address, text, there } = conflict;
  const line = address && lineOf(address, snapshot.content);
  const key = address && "key" in address ? `, ${address.key}` : "";
  return (
    <div className="conflict">
      {line && (
        <p>
          {shorten(line)}
          {key}
        </p>
      )}
      {address ? (
        <p>
          <strong>{t("conflictTheirs", { text: there || t("emptyValue") })}</strong>
          {" · "}
          <strong>{t("conflictMine", { text: text || t("emptyValue") })}</strong>
        </p>
      ) : (
        <p>{t("conflictGone", { text })}</p>
      )}
      <div className="buttons">
        {address && (
          <Button type="button" variant="outline" onClick={() => onSettle(true)}>
            {t("conflictTakeMine")}
          </Button>
        )}
        <Button type="button" variant="outline" onClick={() => onSettle(false)}>
          {t(address ? "conflictLeave" : "conflictSeen")}
        </Button>
      </div>
    </div>
  );
}
