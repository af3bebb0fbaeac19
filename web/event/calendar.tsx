import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { BUILT_IN_KINDS } from "../../src/event/contract.ts";
import type { FilterChoices } from "../../src/event/views.ts";
import { answer } from "../app/answer.ts";
import { doorsOf } from "../app/doors.ts";
import { useHref } from "../app/link.ts";
import { paths } from "../app/paths.ts";
import { useLanguage } from "../ui/language.ts";
import { useText } from "../ui/text.ts";
import { EventRows } from "./parts/event-rows.tsx";
import { MonthGrid } from "./parts/month-grid.tsx";
import { monthName, shiftMonth } from "./parts/names.ts";
import { Select } from "./parts/select.tsx";
import { eventWords } from "./words.ts";

const NAMES = ["kind", "association", "settlement"] as const;
type Narrow = Partial<Record<(typeof NAMES)[number], string>>;

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  const asked = new URL(args.request.url).searchParams;
  const said = asked.get("month") ?? "";
  const month = /^20\d\d-(0[1-9]|1[0-2])$/.test(said) ? said : doors.today.slice(0, 7);
  const narrow: Narrow = Object.fromEntries(
    NAMES.flatMap((name) => (asked.get(name) ? [[name, asked.get(name)]] : [])),
  );
  const filter = {
    ...(narrow.kind && { kind: narrow.kind }),
    ...(narrow.association && { associationId: narrow.association }),
    ...(narrow.settlement && { settlementId: narrow.settlement }),
  };
  const rows = await answer(doors, (ctx) => doors.events.listMonth(ctx, { month, filter }));
  const choices = await answer(doors, (ctx) => doors.events.listFilterChoices(ctx, filter));
  return { month, narrow, rows, choices, today: doors.today };
}

/** The public calendar: a month as a grid and as a list, without a script. */
export default function Calendar() {
  const { month, narrow, rows, choices, today } = useLoaderData<typeof loader>();
  const t = useText(eventWords);
  const language = useLanguage();
  const href = useHref();
  const name = monthName(month, language);
  const title =
    rows.length === 0 ? t("monthNone", { month: name }) : t("monthTitle", { month: name, count: rows.length });
  const at = (by: number) => href(paths.events({ month: shiftMonth(month, by), ...narrow }));
  return (
    <>
      <title>{title}</title>
      <h1>{title}</h1>
      <p className="lead">{rows.length === 0 ? t("monthNoneNext") : t("calendarLead")}</p>
      <nav className="links" aria-label={t("events")}>
        <a href={at(-1)} rel="prev">
          ← {monthName(shiftMonth(month, -1), language)}
        </a>
        <a href={at(1)} rel="next">
          {monthName(shiftMonth(month, 1), language)} →
        </a>
      </nav>
      <Filter month={month} narrow={narrow} choices={choices} />
      {rows.length > 0 && <MonthGrid month={month} rows={rows} today={today} />}
      <EventRows rows={rows} />
      <Feeds narrow={narrow} />
    </>
  );
}

function Filter({ month, narrow, choices }: { month: string; narrow: Narrow; choices: FilterChoices }) {
  const t = useText(eventWords);
  const href = useHref();
  const all = ["", t("all")] as const;
  const named = (list: readonly { id: string; name: string }[]) => list.map(({ id, name }) => [id, name] as const);
  const kinds = BUILT_IN_KINDS.map((kind) => [kind, t(`kind_${kind}`)] as const);
  return (
    <form method="get" action={href(paths.events())} className="narrow-by" aria-label={t("filter")}>
      <input type="hidden" name="month" value={month} />
      <Select
        name="kind"
        label={t("kind")}
        value={narrow.kind ?? ""}
        choices={[all, ...kinds, ...named(choices.kinds)]}
      />
      <Select
        name="settlement"
        label={t("settlement")}
        value={narrow.settlement ?? ""}
        choices={[all, ...named(choices.settlements)]}
      />
      {choices.associations.length > 0 && (
        <Select
          name="association"
          label={t("association")}
          value={narrow.association ?? ""}
          choices={[all, ...named(choices.associations)]}
        />
      )}
      <button type="submit">{t("apply")}</button>
    </form>
  );
}

function Feeds({ narrow }: { readonly narrow: Narrow }) {
  const t = useText(eventWords);
  const href = useHref();
  return (
    <section className="part">
      <p className="links">
        <a href={href(paths.feed())}>{t("feed")}</a>
        {narrow.association && <a href={href(paths.feed(narrow.association))}>{t("feedOf")}</a>}
      </p>
      <p className="soft">{t("feedHint")}</p>
    </section>
  );
}
