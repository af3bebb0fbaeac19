import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { Form } from "react-router";
import { barVisitMove, VISIT_MOVES, type VisitMove } from "../../../../src/event/contract.ts";
import type { Choice, HostView, ReceptionView, VisitView } from "../../../../src/event/views.ts";
import { formatDate } from "../../../ui/dates.ts";
import { useLanguage } from "../../../ui/language.ts";
import { Mark } from "../../../ui/mark.tsx";
import { useText } from "../../../ui/text.ts";
import type { Refused } from "../../parts/act.ts";
import { Paragraphs } from "../../parts/paragraphs.tsx";
import { eventWords } from "../../words.ts";

interface Props {
  readonly reception: ReceptionView;
  readonly hosts: readonly HostView[];
  readonly staff: readonly Choice[];
  readonly refused: Refused | undefined;
}

/** The cards of visitors, which the public never sees. */
export function Visits({ reception, hosts, staff, refused }: Props) {
  const t = useText(eventWords);
  return (
    <section className="part">
      <h2>{t("visits")}</h2>
      {reception.visits.length === 0 && <p className="soft">{t("visitsNone")}</p>}
      {reception.visits.map((visit) => (
        <Card key={visit.id} visit={visit} staff={staff} mayKeep={reception.mayKeep} refused={refused} />
      ))}
      {reception.mayKeep && <OpenVisit reception={reception} hosts={hosts} refused={refused} />}
    </section>
  );
}

interface CardProps {
  readonly visit: VisitView;
  readonly staff: readonly Choice[];
  readonly mayKeep: boolean;
  readonly refused: Refused | undefined;
}

function Card({ visit, staff, mayKeep, refused }: CardProps) {
  const t = useText(eventWords);
  const language = useLanguage();
  const typed = refused?.intent === "settle" && refused.typed.visit === visit.id ? refused.typed : undefined;
  const due = visit.dueDate ? formatDate(visit.dueDate, language) : "";
  const moves = (Object.keys(VISIT_MOVES) as VisitMove[]).filter((move) => barVisitMove(move, visit.outcome) === null);
  return (
    <article id={`visit-${visit.id}`} className="message">
      <p>
        <strong>
          № {visit.number}. {visit.name || "—"}
        </strong>{" "}
        <Mark kind={visit.isLate ? "error" : visit.outcome === "expected" ? "none" : "note"}>
          {t(`outcome_${visit.outcome}`, { due })}
        </Mark>
      </p>
      <p className="soft">
        {visit.contact} · {t("host")}: {visit.host}
        {visit.owner ? ` · ${t("owner")}: ${visit.owner}` : ""}
      </p>
      <Paragraphs text={visit.subject} />
      {visit.answer !== "" && <Paragraphs text={`${t("answer")}: ${visit.answer}`} />}
      {mayKeep && moves.length > 0 && (
        <details open={typed !== undefined}>
          <summary>{t("answer")}</summary>
          <Form method="post" className="form">
            <input type="hidden" name="intent" value="settle" />
            <input type="hidden" name="visit" value={visit.id} />
            <input type="hidden" name="version" value={visit.version} />
            <NativeSelect
              name="move"
              label={t("state")}
              data={moves.map((move) => ({ value: move, label: t(`visit_${move}`) }))}
              description={t("replyHint")}
              defaultValue={typed?.move ?? moves[0] ?? ""}
            />
            <Textarea name="answer" label={t("answer")} defaultValue={typed?.answer ?? visit.answer} rows={3} />
            <NativeSelect
              name="ownerId"
              label={t("owner")}
              data={staff.map(({ id, name }) => ({ value: id, label: name }))}
              defaultValue={typed?.ownerId ?? staff[0]?.id ?? ""}
            />
            <TextInput name="dueDate" type="date" label={t("due")} defaultValue={typed?.dueDate ?? ""} />
            <Button type="submit" variant="outline">
              {t("save")}
            </Button>
          </Form>
        </details>
      )}
    </article>
  );
}

function OpenVisit({ reception, hosts, refused }: Pick<Props, "reception" | "hosts" | "refused">) {
  const t = useText(eventWords);
  const typed = refused?.intent === "visit" ? refused.typed : undefined;
  const free = reception.slots.filter(({ isTaken }) => !isTaken);
  const times = free.map(({ id, from, until, host }) => ({ value: id, label: `${from}–${until}, ${host}` }));
  return (
    <details open={typed !== undefined} id="visit">
      <summary>{t("openVisit")}</summary>
      <Form method="post" className="form">
        <input type="hidden" name="intent" value="visit" />
        <TextInput name="name" label={t("visitor")} defaultValue={typed?.name ?? ""} />
        <TextInput name="contact" label={t("contact")} defaultValue={typed?.contact ?? ""} />
        <Textarea name="subject" label={t("subject")} defaultValue={typed?.subject ?? ""} rows={3} />
        <NativeSelect
          name="slotId"
          label={t("time")}
          data={[{ value: "", label: t("withoutTime") }, ...times]}
          defaultValue={typed?.slotId ?? ""}
        />
        <NativeSelect
          name="officialId"
          label={t("host")}
          data={hosts.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={typed?.officialId ?? hosts[0]?.id ?? ""}
        />
        <Button type="submit" variant="outline">
          {t("openVisit")}
        </Button>
      </Form>
    </details>
  );
}
