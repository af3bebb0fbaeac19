import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import type { PublicEventView } from "../../src/event/views.ts";
import { answer } from "../app/answer.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { doorsOf } from "../app/doors.ts";
import { useHref } from "../app/link.ts";
import { paths } from "../app/paths.ts";
import { useLanguage } from "../ui/language.ts";
import { Mark } from "../ui/mark.tsx";
import { useText } from "../ui/text.ts";
import { Words } from "../ui/words.tsx";
import { EventFacts } from "./parts/event-facts.tsx";
import { STATE_MARKS } from "./parts/names.ts";
import { Papers } from "./parts/papers.tsx";
import { Paragraphs } from "./parts/paragraphs.tsx";
import { eventWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  return answer(doors, (ctx) => doors.events.openPublicEvent(ctx, args.params.id ?? ""));
}

/** An event for everybody: when, where, who, what came of it. */
export default function PublicEvent() {
  const event = useLoaderData<typeof loader>();
  const t = useText(eventWords);
  const href = useHref();
  return (
    <>
      <title>{event.title}</title>
      <Crumbs
        above={[{ path: paths.events({ month: event.date.slice(0, 7) }), text: t("events") }]}
        here={event.title}
      />
      <h1>
        <Words>{event.title}</Words>
      </h1>
      <p>
        <Mark kind={STATE_MARKS[event.state]}>{t(`state_${event.state}`)}</Mark>
      </p>
      {event.cancelReason && <p className="notice">{t("cancelledWhy", { reason: event.cancelReason })}</p>}
      <EventFacts event={event} />
      {event.takesRegistrations && (
        <p>
          <a className="action" href={href(paths.register(event.id))}>
            {t("registerLink")}
          </a>
        </p>
      )}
      <Texts event={event} />
      <Papers papers={event.papers} />
      <Answered event={event} />
    </>
  );
}

function Texts({ event }: { readonly event: PublicEventView }) {
  const t = useText(eventWords);
  const parts = [
    [t("description"), event.description],
    [t("agenda"), event.agenda],
    [t("results"), event.results],
  ] as const;
  return parts
    .filter(([, text]) => text !== "")
    .map(([head, text]) => (
      <section key={head} className="part">
        <h2>{head}</h2>
        <Paragraphs text={text} />
      </section>
    ));
}

function Answered({ event }: { readonly event: PublicEventView }) {
  const t = useText(eventWords);
  const language = useLanguage();
  if (event.questions.length === 0) return null;
  return (
    <section className="part" lang={language}>
      <h2>{t("answered")}</h2>
      <dl className="answers">
        {event.questions.map(({ id, question, answer: said }) => (
          <div key={id}>
            <dt>
              <Words>{question}</Words>
            </dt>
            <dd>
              <Paragraphs text={said} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
