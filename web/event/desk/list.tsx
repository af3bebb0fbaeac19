import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { BUILT_IN_KINDS, EVENT_STATES, ORGANISERS } from "../../../src/event/contract.ts";
import { EVENT_SORTS, type FilterChoices } from "../../../src/event/views.ts";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { useText } from "../../ui/text.ts";
import { EventRows } from "../parts/event-rows.tsx";
import { visitorWords } from "../visitors/words.ts";
import { eventWords } from "../words.ts";
import { type ListQuery, readQuery, writeQuery } from "./filter.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const query = readQuery(new URL(args.request.url).searchParams);
  const list = await answer(doors, (ctx) => doors.events.listEvents(ctx, query));
  const choices = await answer(doors, (ctx) => doors.events.listFilterChoices(ctx, query.filter));
  const years = await answer(doors, (ctx) => doors.events.listEventYears(ctx));
  const mayPlan = doors.may("event.keep") || doors.may("event.train");
  return { query, list, choices, years, mayPlan, keepsKinds: doors.may("event-kind.keep") };
}

/** All events, for those who work with them. */
export default function EventList() {
  const { query, list, choices, years, mayPlan, keepsKinds } = useLoaderData<typeof loader>();
  const t = useText(eventWords);
  const tv = useText(visitorWords);
  const href = useHref();
  const none = list.total === 0;
  const isEmpty = years.length === 0;
  const nothing = isEmpty ? t("listEmpty") : t("listNone");
  const title = none ? nothing : t(list.hasMore ? "listMany" : "listTitle", { count: list.total });
  const file = (format: "csv" | "xlsx") => href(paths.eventsFile(format, writeQuery({ ...query, page: 1 })));
  return (
    <>
      <title>{title}</title>
      <Crumbs above={[{ path: paths.desk, text: t("events") }]} here={title} />
      <h1>{title}</h1>
      {none && <p className="under">{isEmpty ? t("listEmptyNext") : t("listNoneNext")}</p>}
      <p className="links">
        {mayPlan && (
          <a className="main-action" href={href(paths.newEvent)}>
            {t("plan")}
          </a>
        )}
        <a href={href(paths.visitors())}>{tv("fromFile")}</a>
        {keepsKinds && <a href={href(paths.eventKinds)}>{t("kinds")}</a>}
        <a href={href(paths.events())}>{t("toPublic")}</a>
      </p>
      {!isEmpty && <Filter query={query} choices={choices} years={years} />}
      <EventRows rows={list.rows} inside />
      <Pages query={query} page={list.page} pages={list.pages} />
      {!none && (
        <p className="links">
          <span className="soft">{t("files")}</span>
          <a href={file("xlsx")}>XLSX</a>
          <a href={file("csv")}>CSV</a>
        </p>
      )}
    </>
  );
}

function Pages({ query, page, pages }: { readonly query: ListQuery; readonly page: number; readonly pages: number }) {
  const t = useText(eventWords);
  const href = useHref();
  if (pages === 1) return null;
  const at = (to: number) => href(paths.deskEvents(writeQuery({ ...query, page: to })));
  return (
    <nav className="links" aria-label={t("pageOf", { page, pages })}>
      {page > 1 && (
        <a href={at(page - 1)} rel="prev">
          {t("earlier")}
        </a>
      )}
      <span>{t("pageOf", { page, pages })}</span>
      {page < pages && (
        <a href={at(page + 1)} rel="next">
          {t("later")}
        </a>
      )}
    </nav>
  );
}

interface FilterProps {
  readonly query: ListQuery;
  readonly choices: FilterChoices;
  readonly years: readonly number[];
}

function Filter({ query, choices, years }: FilterProps) {
  const t = useText(eventWords);
  const href = useHref();
  const { filter, sort } = query;
  const all = { value: "", label: t("all") };
  const named = (list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  const kinds = BUILT_IN_KINDS.map((kind) => ({ value: kind, label: t(`kind_${kind}`) }));
  const states = EVENT_STATES.map((state) => ({ value: state, label: t(`state_${state}`) }));
  const organisers = ORGANISERS.map((one) => ({ value: one, label: t(`organiser_${one}`) }));
  const sorts = EVENT_SORTS.map((one) => ({ value: one, label: t(`sort_${one}`) }));
  return (
    <form method="get" action={href(paths.deskEvents())} className="filter" aria-label={t("filter")}>
      <TextInput name="text" label={t("text")} defaultValue={filter.text ?? ""} />
      <NativeSelect
        name="kind"
        label={t("kind")}
        data={[all, ...kinds, ...named(choices.kinds)]}
        defaultValue={filter.kind ?? ""}
      />
      <NativeSelect name="state" label={t("state")} data={[all, ...states]} defaultValue={filter.state ?? ""} />
      <NativeSelect
        name="year"
        label={t("year")}
        data={[all, ...years.map(String)]}
        defaultValue={String(filter.year ?? "")}
      />
      <NativeSelect
        name="organiser"
        label={t("organiser")}
        data={[all, ...organisers]}
        defaultValue={filter.organiser ?? ""}
      />
      <NativeSelect
        name="settlement"
        label={t("settlement")}
        data={[all, ...named(choices.settlements)]}
        defaultValue={filter.settlementId ?? ""}
      />
      {choices.associations.length > 0 && (
        <NativeSelect
          name="association"
          label={t("association")}
          data={[all, ...named(choices.associations)]}
          defaultValue={filter.associationId ?? ""}
        />
      )}
      <NativeSelect name="sort" label={t("sort")} data={sorts} defaultValue={sort} />
      <div className="buttons">
        <Button type="submit" variant="outline">
          {t("apply")}
        </Button>
        {Object.keys(filter).length > 0 && (
          <a className="filter-clear" href={href(paths.deskEvents())}>
            {t("clear")}
          </a>
        )}
      </div>
    </form>
  );
}
