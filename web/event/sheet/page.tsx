import { useState } from "react";
import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useText } from "../../ui/text.ts";
import { loadSheet } from "./load.ts";
import { KeptHere } from "./parts/kept-here.tsx";
import { NewOnSheet } from "./parts/new-on-sheet.tsx";
import { PeopleList } from "./parts/people-list.tsx";
import { SendBar } from "./parts/send-bar.tsx";
import { useSheet } from "./use-sheet.ts";
import { sheetWords } from "./words.ts";

export const loader = (args: LoaderFunctionArgs) => loadSheet(args);

/** The sheet of an event on a phone, with a network or without. */
export default function Sheet() {
  const facts = useLoaderData<typeof loader>();
  const t = useText(sheetWords);
  const href = useHref();
  const { state, send, mark, enter, clear } = useSheet(facts);
  const [siteId, setSiteId] = useState(facts.sites[0]?.id ?? "");
  return (
    <>
      <title>{t("title", { title: facts.title })}</title>
      <h1>{facts.title}</h1>
      <p className="under">{facts.when}</p>
      <noscript>
        <p className="notice">{t("needsScript")}</p>
      </noscript>
      {state === null && <p className="soft">{t("opening")}</p>}
      {state === "none" && <p className="notice">{t("noDevice")}</p>}
      {state === "cleared" && (
        <p className="notice" role="status">
          {t("cleared")}
        </p>
      )}
      {state !== null && typeof state !== "string" && (
        <>
          <SendBar facts={facts} state={state} send={send} />
          {facts.sites.length > 1 && <SiteChoice facts={facts} siteId={siteId} choose={setSiteId} />}
          <PeopleList state={state} siteId={siteId} mark={(id) => mark(siteId, id)} />
          <NewOnSheet consent={facts.consent} enter={(person) => enter(siteId, person)} />
          <KeptHere state={state} clear={clear} />
        </>
      )}
      <p className="links">
        <a href={href(paths.attendance(facts.id))}>{t("toAttendance")}</a>
      </p>
    </>
  );
}

interface ChoiceProps {
  readonly facts: ReturnType<typeof useLoaderData<typeof loader>>;
  readonly siteId: string;
  readonly choose: (id: string) => void;
}

function SiteChoice({ facts, siteId, choose }: ChoiceProps) {
  const t = useText(sheetWords);
  return (
    <label className="plain-field">
      {t("site")}
      <select value={siteId} onChange={(change) => choose(change.target.value)}>
        {facts.sites.map(({ id, place }) => (
          <option key={id} value={id}>
            {place}
          </option>
        ))}
      </select>
    </label>
  );
}
