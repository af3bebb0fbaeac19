import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { useHref } from "../../app/link.ts";
import { MessagesLink } from "../../app/messages-link.tsx";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { formatInstant } from "../../ui/dates.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useLanguage } from "../../ui/language.ts";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { act, type Refused, readText } from "../parts/act.ts";
import { EventFacts, Fact } from "../parts/event-facts.tsx";
import { STATE_MARKS } from "../parts/names.ts";
import { Paragraphs } from "../parts/paragraphs.tsx";
import { visitorWords } from "../visitors/words.ts";
import { eventWords } from "../words.ts";
import { DEEDS } from "./deeds.ts";
import { CopyForm } from "./parts/copy-form.tsx";
import { Moves } from "./parts/moves.tsx";
import { Outcome } from "./parts/outcome.tsx";
import { PaperForms } from "./parts/paper-forms.tsx";
import { Questions } from "./parts/questions.tsx";
import { Registrations } from "./parts/registrations.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const id = args.params.id ?? "";
  const event = await answer(doors, (ctx) => doors.events.openEvent(ctx, id));
  const questions = await answer(doors, (ctx) => doors.events.listQuestions(ctx, id));
  const registrations =
    event.takesRegistrationsEver && event.mayReadVisitors
      ? await answer(doors, (ctx) => doors.events.listRegistrations(ctx, id))
      : null;
  const staff = await answer(doors, (ctx) => doors.events.listStaffChoices(ctx));
  return { event, questions, registrations, staff, timeZone: doors.municipality.timeZone };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const id = args.params.id ?? "";
  const deed = DEEDS[readText(form, "intent")];
  if (!deed) throw data(null, { status: 400 });
  const acted = await act(doors, form, () => deed(doors, form, id));
  return acted.refused ?? redirect(inLanguage(paths.deskEvent(acted.done ?? id), doors.language));
}

/** One event for those who work with it. */
export default function DeskEvent() {
  const { event, questions, registrations, staff, timeZone } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const t = useText(eventWords);
  const tv = useText(visitorWords);
  const language = useLanguage();
  const href = useHref();
  const when = formatInstant(event.changedAt, timeZone, language);
  return (
    <>
      <title>{event.title}</title>
      <Crumbs above={[{ path: paths.deskEvents(), text: t("events") }]} here={`№ ${event.number}`} />
      <h1>{event.title}</h1>
      <p className="under">
        <Mark kind={STATE_MARKS[event.state]}>{t(`state_${event.state}`)}</Mark> ·{" "}
        {t("number", { number: event.number })} ·{" "}
        {event.changedBy ? t("changedBy", { when, who: event.changedBy }) : t("changedAt", { when })}
      </p>
      {event.cancelReason && <p className="notice">{t("cancelledWhy", { reason: event.cancelReason })}</p>}
      <ErrorSummary
        title={t("problem")}
        errors={refused ? [{ field: refused.intent || "moves", sentence: refused.sentence }] : []}
      />
      <p className="links">
        {event.mayKeep && event.state !== "confirmed" && event.state !== "cancelled" && (
          <a href={href(paths.editEvent(event.id))}>{t("edit")}</a>
        )}
        <MessagesLink kind="event" id={event.id} />
        {event.mayWork && event.hasBegun && <a href={href(paths.visitors(event.id))}>{tv("fromFile")}</a>}
        {event.needs.includes("reception") && <a href={href(paths.reception(event.id))}>{t("reception")}</a>}
        {event.siteFields.length > 0 && <a href={href(paths.attendance(event.id))}>{t("attendance")}</a>}
        {event.isAnnounced && <a href={href(paths.event(event.id))}>{t("toPublic")}</a>}
      </p>
      <EventFacts event={event}>
        <Fact head={t("responsible")}>{event.responsible ?? t("nobody")}</Fact>
        {event.rule && (
          <Fact head={t("scope")}>{t("seriesOf", { rule: event.rule, position: event.seriesPosition ?? 1 })}</Fact>
        )}
      </EventFacts>
      <Moves event={event} refused={refused} />
      {event.agenda !== "" && (
        <section className="part">
          <h2>{t("agenda")}</h2>
          <Paragraphs text={event.agenda} />
        </section>
      )}
      <Outcome event={event} refused={refused} />
      <PaperForms event={event} />
      <Questions event={event} questions={questions} staff={staff} refused={refused} />
      {registrations && <Registrations rows={registrations} />}
      {event.mayKeep && <CopyForm />}
    </>
  );
}
