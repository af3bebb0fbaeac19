import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { useHref } from "../../app/link.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { formatInstant } from "../../ui/dates.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { act, type Refused, readText } from "../parts/act.ts";
import { DEEDS } from "./deeds.ts";
import { type AttendancePage, loadAttendance } from "./load.ts";
import { HeadCount } from "./parts/heads.tsx";
import { LateMarks } from "./parts/late.tsx";
import { CameList } from "./parts/marks.tsx";
import { NamesakePairs } from "./parts/namesakes.tsx";
import { NewPerson } from "./parts/new-person.tsx";
import { Pick } from "./parts/pick.tsx";
import { TurnoutTable } from "./parts/turnout.tsx";
import { attendanceWords } from "./words.ts";

export const loader = (args: LoaderFunctionArgs) => loadAttendance(args);

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const id = args.params.id ?? "";
  const deed = DEEDS[readText(form, "intent")];
  if (!deed) throw data(null, { status: 400 });
  const acted = await act(doors, form, () => deed(doors, form, id));
  const site = readText(form, "site");
  return acted.refused ?? redirect(inLanguage(paths.attendance(id, site === "" ? {} : { site }), doors.language));
}

/** Who came to an event, by name and by head, site by site. */
export default function Attendance() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const t = useText(attendanceWords);
  const language = useLanguage();
  const { event, site, worksHere, isClosed, early, timeZone } = page;
  const title = t("title", { title: event.title });
  const works = worksHere && !isClosed && early === null;
  return (
    <>
      <title>{title}</title>
      <Crumbs
        above={[
          { path: paths.deskEvents(), text: t("events") },
          { path: paths.deskEvent(event.id), text: event.title },
        ]}
        here={t("attendance")}
      />
      <h1>{title}</h1>
      <ErrorSummary
        title={t("problem")}
        errors={refused ? [{ field: refused.intent || "pick", sentence: refused.sentence }] : []}
      />
      {early && <p className="notice">{t("opensAt", { when: formatInstant(early, timeZone, language) })}</p>}
      {isClosed && <p className="notice">{t("closed")}</p>}
      <TurnoutTable page={page} />
      <Ways page={page} />
      <LateMarks page={page} refused={refused} />
      {site ? (
        <section className="part" id="pick">
          <h2>{t("siteTitle", { place: site.place })}</h2>
          {!worksHere && <p className="soft">{t("onlyReads")}</p>}
          {works && <Pick page={page} siteId={site.id} />}
          {works && <NewPerson page={page} siteId={site.id} refused={refused} />}
          <CameList page={page} siteId={site.id} mayTakeBack={works} />
          <HeadCount page={page} siteId={site.id} mayCount={works} refused={refused} />
        </section>
      ) : (
        <p className="notice">{t("noSites")}</p>
      )}
      <NamesakePairs pairs={page.namesakes} siteId={site?.id ?? ""} />
    </>
  );
}

/** The other ways to mark people: a phone without a network, paper, a code at the door. */
function Ways({ page: { event, ownSites, site, worksHere } }: { readonly page: AttendancePage }) {
  const t = useText(attendanceWords);
  const href = useHref();
  if (ownSites.length === 0) return null;
  return (
    <p className="links">
      {t("ways")} <a href={href(paths.sheet(event.id))}>{t("sheetOffline")}</a>
      <a href={href(paths.paperSheets(event.id))}>{t("sheetsPaper")}</a>
      {site && worksHere && <a href={href(paths.doorCode(event.id, site.id))}>{t("doorCode")}</a>}
    </p>
  );
}
