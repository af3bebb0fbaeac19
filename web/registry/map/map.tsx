import { data, type LoaderFunctionArgs, useLoaderData } from "react-router";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useRootData } from "../../app/root-data.ts";
import { formatDate } from "../../ui/dates.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { AreaTable } from "./area-table.tsx";
import { readAsOf } from "./as-of.ts";
import { DistrictPicture } from "./district-picture.tsx";
import { mapWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  const { settlement } = args.params;
  const on = readAsOf(args.request, doors.today);
  const map = await answer(doors, (ctx) => doors.boundaries.getDistrictMap(ctx, on));
  const chosen = settlement === undefined ? null : map.settlements.find(({ id }) => id === settlement);
  if (chosen === undefined) throw data(null, { status: 404 });
  return { map, chosen: chosen && { id: chosen.id, name: chosen.name }, on: on ?? null, today: doors.today };
}

/** «Карта ТОС»: of the district or of one settlement, and beside it the same as a list. */
export default function MapPage() {
  const { map, chosen, on } = useLoaderData<typeof loader>();
  const t = useText(mapWords);
  const title = chosen ? t("ofSettlement", { name: chosen.name }) : t("title");
  return (
    <>
      <title>{title}</title>
      <Crumbs above={chosen ? [{ path: paths.map, text: t("title") }] : []} here={chosen ? chosen.name : t("title")} />
      <h1 className="title">{title}</h1>
      {map.associations.length === 0 && on === null ? <Empty /> : <Lead />}
      {on !== null && <Past />}
      <DistrictPicture map={map} {...(chosen && { focus: { kind: "settlement" as const, id: chosen.id } })} />
      {map.rows.length > 0 && (
        <AreaTable rows={chosen ? map.rows.filter(({ settlementId }) => settlementId === chosen.id) : map.rows} />
      )}
      <AsOf />
    </>
  );
}

/** That the map is not today's, and the way back. */
function Past() {
  const { chosen, on, map } = useLoaderData<typeof loader>();
  const t = useText(mapWords);
  const href = useHref();
  const language = useLanguage();
  const day = on === null ? "" : formatDate(on, language);
  return (
    <p className="notice">
      {t(map.associations.length === 0 ? "asOfEmpty" : "asOfNotice", { day })}{" "}
      <a href={href(chosen ? paths.settlementMap(chosen.id) : paths.map)}>{t("asOfBack")}</a>
    </p>
  );
}

/** The same map on another day. */
function AsOf() {
  const { chosen, on, today } = useLoaderData<typeof loader>();
  const t = useText(mapWords);
  const href = useHref();
  return (
    <form method="get" action={href(chosen ? paths.settlementMap(chosen.id) : paths.map)} className="narrow-by">
      <div>
        <label htmlFor="on">{t("asOf")}</label>
        <input id="on" name="on" type="date" defaultValue={on ?? today} min="1990-01-01" />
      </div>
      <button type="submit">{t("asOfShow")}</button>
    </form>
  );
}

function Lead() {
  const { on } = useLoaderData<typeof loader>();
  const t = useText(mapWords);
  const href = useHref();
  const isDemonstration = useRootData()?.municipality.demonstration;
  return (
    <>
      <p className="lead">
        {t("lead")} {isDemonstration && t("invented")}
      </p>
      <p className="links">
        <a href={href(paths.boundariesFile) + (on === null ? "" : `?on=${on}`)}>{t("file")}, GeoJSON</a>
      </p>
    </>
  );
}

function Empty() {
  const t = useText(mapWords);
  return (
    <>
      <h2>{t("empty")}</h2>
      <p className="lead">{t("emptyNext")}</p>
    </>
  );
}
