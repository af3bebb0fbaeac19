import { Button } from "@mantine/core";
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router";
import { renderSVG } from "uqr";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useText } from "../../ui/text.ts";
import { act, type Refused, readText } from "../parts/act.ts";
import { doorWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const given = { eventId: args.params.id ?? "", siteId: args.params.site ?? "" };
  const { event, site, code, isClosed } = await answer(doors, (ctx) => doors.events.attendance.showDoor(ctx, given));
  const address = code && `${new URL(args.request.url).origin}${doors.base}${paths.come(code)}`;
  const picture = address && renderSVG(address, { border: 2, pixelSize: 8 });
  return { eventId: event.id, title: event.title, place: site.place, address, picture, isClosed };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const { id: eventId = "", site: siteId = "" } = args.params;
  const anew = readText(form, "intent") === "anew";
  const acted = await act(doors, form, () =>
    doors.run((ctx) => doors.events.attendance.openDoor(ctx, { eventId, siteId, anew })),
  );
  return acted.refused ?? redirect(inLanguage(paths.doorCode(eventId, siteId), doors.language));
}

/** The code to print and to show at the door of a site. */
export default function DoorCode() {
  const { eventId, title, place, address, picture, isClosed } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const t = useText(doorWords);
  return (
    <>
      <title>{t("codeTitle", { place })}</title>
      <Crumbs
        above={[
          { path: paths.deskEvents(), text: t("events") },
          { path: paths.deskEvent(eventId), text: title },
          { path: paths.attendance(eventId), text: t("attendance") },
        ]}
        here={t("code")}
      />
      <h1>{title}</h1>
      <p className="under">{place}</p>
      <ErrorSummary title={t("problem")} errors={refused ? [{ field: "code", sentence: refused.sentence }] : []} />
      {isClosed && <p className="notice">{t("closed")}</p>}
      <section id="code">
        {address && picture && !isClosed ? (
          <>
            <h2>{t("scan")}</h2>
            <img
              className="door-code"
              alt={t("picture", { address })}
              src={`data:image/svg+xml,${encodeURIComponent(picture)}`}
            />
            <p className="door-address">
              {t("orType")} <strong>{address}</strong>
            </p>
          </>
        ) : (
          <p className="soft">{t("codeNone")}</p>
        )}
      </section>
      {!isClosed && (
        <Form method="post" className="no-print part">
          <p>{address ? t("anewHint") : t("codeLead")}</p>
          {address ? (
            <Button type="submit" name="intent" value="anew" variant="outline">
              {t("makeAnew")}
            </Button>
          ) : (
            <Button type="submit" name="intent" value="make">
              {t("make")}
            </Button>
          )}
        </Form>
      )}
    </>
  );
}
