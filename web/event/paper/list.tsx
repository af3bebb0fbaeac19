import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router";
import { SHEET_ROWS } from "../../../src/event/attendance/views.ts";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { useHref } from "../../app/link.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useText } from "../../ui/text.ts";
import { act, type Refused, readText } from "../parts/act.ts";
import { paperWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const { attendance } = doors.events;
  const eventId = args.params.id ?? "";
  return answer(doors, async (ctx) => {
    const { event, sites, isClosed } = await attendance.openSheet(ctx, eventId);
    const sheets = await attendance.listSheets(ctx, event.id);
    const places = sites.map(({ id, place }) => ({ id, place }));
    const own = sheets.filter(({ siteId }) => sites.some(({ id }) => id === siteId));
    return { eventId: event.id, title: event.title, isClosed, sites: places, sheets: own };
  });
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const eventId = args.params.id ?? "";
  const emptyRows = Math.trunc(Number(readText(form, "emptyRows"))) || SHEET_ROWS;
  const given = { eventId, siteId: readText(form, "site"), emptyRows, known: form.has("known") };
  const acted = await act(doors, form, () => doors.run((ctx) => doors.events.attendance.makeSheet(ctx, given)));
  return acted.refused ?? redirect(inLanguage(paths.paperSheet(eventId, acted.done), doors.language));
}

/** The sheets of paper of an event: made, printed, entered. */
export default function PaperSheets() {
  const { eventId, title, isClosed, sheets, sites } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const t = useText(paperWords);
  const href = useHref();
  const placeOf = (siteId: string) => sites.find(({ id }) => id === siteId)?.place ?? "—";
  return (
    <>
      <title>{t("sheetsTitle", { title })}</title>
      <Crumbs
        above={[
          { path: paths.deskEvents(), text: t("events") },
          { path: paths.deskEvent(eventId), text: title },
          { path: paths.attendance(eventId), text: t("attendance") },
        ]}
        here={t("sheets")}
      />
      <h1>{t("sheetsTitle", { title })}</h1>
      <p>{t("lead")}</p>
      <ErrorSummary title={t("problem")} errors={refused ? [{ field: "make", sentence: refused.sentence }] : []} />
      {sheets.length === 0 ? (
        <p className="soft">{t("none")}</p>
      ) : (
        <FigureTable
          name={t("sheets")}
          columns={[
            { key: "number", head: t("number") },
            { key: "site", head: t("site"), label: t("site") },
            { key: "rows", head: t("rows"), label: t("rows"), number: true },
            { key: "entered", head: t("entered"), label: t("entered"), number: true },
            { key: "open", head: "" },
            { key: "enter", head: "" },
          ]}
          rows={sheets.map(({ id, siteId, number, rows, entered }) => ({
            key: id,
            cells: {
              number: <a href={href(paths.paperSheet(eventId, id))}>{t("numberOf", { number })}</a>,
              site: placeOf(siteId),
              rows,
              entered,
              open: (
                <a href={href(paths.paperSheet(eventId, id))} aria-label={t("openOf", { number })}>
                  {t("open")}
                </a>
              ),
              enter: (
                <a href={href(paths.enterPaperSheet(eventId, id))} aria-label={t("enterOf", { number })}>
                  {t("enter")}
                </a>
              ),
            },
          }))}
        />
      )}
      {isClosed ? <p className="notice">{t("closed")}</p> : <MakeSheet sites={sites} />}
    </>
  );
}

function MakeSheet({ sites }: { readonly sites: readonly { readonly id: string; readonly place: string }[] }) {
  const t = useText(paperWords);
  return (
    <section className="part" id="make">
      <h2>{t("make")}</h2>
      <Form method="post" className="form narrow">
        <NativeSelect
          name="site"
          label={t("site")}
          data={sites.map(({ id, place }) => ({ value: id, label: place }))}
        />
        <TextInput
          name="emptyRows"
          label={t("emptyRows")}
          description={t("emptyRowsHint")}
          defaultValue={String(SHEET_ROWS)}
          inputMode="numeric"
        />
        <Checkbox name="known" value="yes" label={t("known")} defaultChecked />
        <Button type="submit">{t("make")}</Button>
      </Form>
    </section>
  );
}
