import type { ReactNode } from "react";
import type { OwnWaiting, WaitingEvent } from "../../src/event/waiting/views.ts";
import type { Doors } from "../app/doors.ts";
import { useHref } from "../app/link.ts";
import { paths } from "../app/paths.ts";
import { formatDate } from "../ui/dates.ts";
import { FigureTable } from "../ui/figure-table.tsx";
import { useLanguage } from "../ui/language.ts";
import { Mark, type MarkKind } from "../ui/mark.tsx";
import { useText } from "../ui/text.ts";
import { Words } from "../ui/words.tsx";
import { kindName, sayWhen } from "./parts/names.ts";
import { eventWords } from "./words.ts";

/** What the desk of a settlement's officer or a chair shows of their events; null where nothing is theirs. */
export async function loadOwnEvents(doors: Doors): Promise<OwnWaiting | null> {
  const { actor } = doors;
  if (actor.kind !== "person") return null;
  const isOwn = actor.holdings.some(({ role, subjectId }) => subjectId && (role === "settlement" || role === "chair"));
  return isOwn ? doors.run((ctx) => doors.events.listOwnWaiting(ctx)) : null;
}

/** Whether it waits for this person, not for its day or for the coordinator. */
export function isPressing({ step }: WaitingEvent): boolean {
  return STEP_MARKS[step] === "warning";
}

const STEP_MARKS = {
  settle: "warning",
  count: "warning",
  document: "warning",
  announce: "note",
  come: "none",
  confirm: "done",
} as const satisfies Record<WaitingEvent["step"], MarkKind>;

/** Events that wait for something, those to come, and questions without an answer, each with where to act. */
export function OwnEvents({ waiting }: { readonly waiting: OwnWaiting }) {
  const t = useText(eventWords);
  const href = useHref();
  return (
    <section className="part">
      <h2>{t("deskEvents")}</h2>
      {waiting.events.length > 0 ? <Events events={waiting.events} /> : <p className="under">{t("deskEventsNone")}</p>}
      <p className="links">
        <a href={href(paths.newEvent)}>{t("plan")}</a>
        <a href={href(paths.deskEvents())}>{t(waiting.hasMore ? "deskEventsMore" : "deskEventsAll")}</a>
      </p>
      {waiting.questions.length > 0 && <Questions questions={waiting.questions} />}
    </section>
  );
}

function Events({ events }: { readonly events: OwnWaiting["events"] }) {
  const t = useText(eventWords);
  const href = useHref();
  const language = useLanguage();
  return (
    <FigureTable
      name={t("deskEvents")}
      columns={[
        { key: "what", head: t("what") },
        { key: "when", head: t("when"), label: t("when") },
        { key: "step", head: t("deskStep"), label: t("deskStep") },
      ]}
      rows={events.map((event) => ({
        key: event.id,
        cells: {
          what: (
            <div>
              <a href={href(paths.deskEvent(event.id))}>
                <Words>{event.title}</Words>
              </a>
              <span className="note place">
                {[kindName(event, language), event.association].filter(Boolean).join(" · ")}
              </span>
            </div>
          ),
          when: <time dateTime={event.date}>{sayWhen(event, language)}</time>,
          step: <Step event={event} />,
        },
      }))}
    />
  );
}

/** What it waits for, leading to the place where it is done. */
function Step({ event }: { readonly event: WaitingEvent }) {
  const t = useText(eventWords);
  const href = useHref();
  const lacks = event.missing.map((need) => t(`need_${need}`)).join(", ");
  const page = href(paths.deskEvent(event.id));
  const leads: Readonly<Record<WaitingEvent["step"], string | null>> = {
    settle: `${page}#moves`,
    count: href(paths.attendance(event.id)),
    document: `${page}#outcome`,
    announce: event.missing.length > 0 ? href(paths.editEvent(event.id)) : `${page}#moves`,
    come: null,
    confirm: null,
  };
  const to = leads[event.step];
  const words = `${t(`step_${event.step}`)}${lacks === "" ? "" : t("stepLacks", { missing: lacks })}`;
  return (
    <Mark kind={STEP_MARKS[event.step]}>
      <span className="wraps">{to === null ? words : <a href={to}>{words}</a>}</span>
    </Mark>
  );
}

function Questions({ questions }: { readonly questions: OwnWaiting["questions"] }) {
  const t = useText(eventWords);
  const href = useHref();
  const language = useLanguage();
  const due = ({ dueDate, isLate }: OwnWaiting["questions"][number]): ReactNode => (
    <span className={isLate ? "due presses" : "due"}>
      <time dateTime={dueDate}>{formatDate(dueDate, language)}</time>
      {isLate && <Mark kind="warning">{t("late")}</Mark>}
    </span>
  );
  return (
    <>
      <h3>{t("deskQuestions")}</h3>
      <FigureTable
        name={t("deskQuestions")}
        columns={[
          { key: "what", head: t("deskQuestion") },
          { key: "due", head: t("due"), label: t("due") },
          { key: "owner", head: t("owner"), label: t("owner") },
        ]}
        rows={questions.map((question) => ({
          key: question.id,
          cells: {
            what: (
              <a href={`${href(paths.deskEvent(question.eventId))}#question-${question.id}`}>
                <Words>{t("deskQuestionOf", { number: question.number, title: question.title })}</Words>
              </a>
            ),
            due: due(question),
            owner: question.owner || "—",
          },
        }))}
      />
    </>
  );
}
