import "./settings.css";
import { Button } from "@mantine/core";
import { Form, type LoaderFunctionArgs, useLoaderData } from "react-router";
import type { TrailRow } from "../../../src/access/trail/views.ts";
import { answer } from "../../app/answer.ts";
import { doorsOf } from "../../app/doors.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useRootData } from "../../app/root-data.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { formatInstant } from "../../ui/dates.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { listTabs, SettingsNav } from "./settings-nav.tsx";
import { readFilter, writeFilter } from "./trail-filter.ts";
import { cutLine, cutUnfilled, listChanges, nameAction, nameActor, nameRoles, nameSubject } from "./trail-words.ts";
import { settingsWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const { searchParams } = new URL(args.request.url);
  const filter = readFilter(searchParams);
  const { page, actions } = await answer(doors, async (ctx) => ({
    page: await doors.access.readTrail(ctx, filter, searchParams.get("after")),
    actions: await doors.access.listTrailActions(ctx),
  }));
  const rows = page.rows.map((row) => ({
    ...row,
    refusal: row.refusal && cutUnfilled(doors.say(row.refusal, {})),
    number: row.number === null ? null : String(row.number),
    at: row.at.toISOString(),
  }));
  return { rows, next: page.next, paged: searchParams.has("after"), filter, actions, tabs: listTabs(doors.actor) };
}

/** Who did what, the last first. */
export default function TrailPage() {
  const { rows, next, paged, filter, tabs } = useLoaderData<typeof loader>();
  const t = useText(settingsWords);
  const href = useHref();
  const query = writeFilter(filter);
  return (
    <div className="settings">
      <title>{t("trailTitle")}</title>
      <SettingsNav tabs={tabs} />
      <h1>{t("trailTitle")}</h1>
      <p className="under">{t("trailLead")}</p>
      <Filter />
      {rows.length === 0 ? <p>{t("trailNone")}</p> : <Rows />}
      <p className="links">
        {paged && <a href={href(paths.trail(query))}>{t("trailNewest")}</a>}
        {next && <a href={href(paths.trail({ ...query, after: next }))}>{t("trailOlder")}</a>}
        <a href={href(paths.trailFile(query))} download>
          {t("trailFile")}
        </a>
      </p>
    </div>
  );
}

function Filter() {
  const { filter, actions } = useLoaderData<typeof loader>();
  const t = useText(settingsWords);
  const language = useLanguage();
  return (
    <Form method="get" className="filter">
      <div>
        <label htmlFor="action">{t("trailAction")}</label>
        <select id="action" name="action" defaultValue={filter.action ?? ""}>
          <option value="">{t("trailAll")}</option>
          {actions.map((action) => (
            <option key={action} value={action}>
              {nameAction(action, language)}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="outcome">{t("trailOutcome")}</label>
        <select id="outcome" name="outcome" defaultValue={filter.outcome ?? ""}>
          <option value="">{t("trailAll")}</option>
          <option value="done">{t("trailDone")}</option>
          <option value="refused">{t("trailRefused")}</option>
        </select>
      </div>
      <div>
        <label htmlFor="from">{t("trailFrom")}</label>
        <input id="from" name="from" type="date" defaultValue={filter.from ?? ""} />
      </div>
      <div>
        <label htmlFor="to">{t("trailTo")}</label>
        <input id="to" name="to" type="date" defaultValue={filter.to ?? ""} />
      </div>
      {filter.personId && <input type="hidden" name="person" value={filter.personId} />}
      {filter.subjectId && <input type="hidden" name="subject" value={filter.subjectId} />}
      <Button type="submit" variant="outline">
        {t("trailFilter")}
      </Button>
    </Form>
  );
}

type ShownRow = Omit<TrailRow, "number" | "at"> & { readonly number: string | null; readonly at: string };

function Rows() {
  const { rows } = useLoaderData<typeof loader>();
  const t = useText(settingsWords);
  const language = useLanguage();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  return (
    <FigureTable
      name={t("trailTitle")}
      columns={[
        { key: "when", head: t("trailWhen") },
        { key: "who", head: t("trailWho"), label: t("trailWho") },
        { key: "what", head: t("trailWhat"), label: t("trailWhat") },
        { key: "number", head: t("trailNumber"), label: t("trailNumber"), number: true },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: {
          when: formatInstant(row.at, timeZone, language),
          who: <Who row={row} />,
          what: <What row={row} />,
          number: <span title={row.hash ?? ""}>{row.number ?? t("trailUnlinked")}</span>,
        },
      }))}
    />
  );
}

function Who({ row }: { readonly row: ShownRow }) {
  const t = useText(settingsWords);
  const href = useHref();
  const language = useLanguage();
  const name = nameActor(row.actor, t);
  const { actor, roles } = row;
  return (
    <div>
      {actor.kind === "person" ? <a href={href(paths.trail({ person: actor.id }))}>{name}</a> : name}
      {roles.length > 0 && <div className="changed soft">{nameRoles(roles, language)}</div>}
    </div>
  );
}

function What({ row }: { readonly row: ShownRow }) {
  const t = useText(settingsWords);
  const href = useHref();
  const language = useLanguage();
  const { subject, basis, refusal } = row;
  return (
    <div>
      {refusal ? <Mark kind="error">{nameAction(row.action, language)}</Mark> : nameAction(row.action, language)}
      {refusal && <div className="changed">{`${t("trailRefused")}: ${refusal}`}</div>}
      {basis && <div className="changed">{t("trailBasis", { basis })}</div>}
      {listChanges(row, { t, language }).map((line) => (
        <div key={line} className="changed soft">
          {cutLine(line)}
        </div>
      ))}
      {subject.id && (
        <div className="changed">
          <a
            href={href(paths.trail({ subject: subject.id }))}
          >{`${t("trailSubject")}: ${nameSubject(subject.kind, language)}`}</a>
        </div>
      )}
    </div>
  );
}
