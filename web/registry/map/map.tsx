import { data, type LoaderFunctionArgs, useLoaderData } from "react-router";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useRootData } from "../../app/root-data.ts";
import { useText } from "../../ui/text.ts";
import { AreaTable } from "./area-table.tsx";
import { DistrictPicture } from "./district-picture.tsx";
import { mapWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  const { settlement } = args.params;
  const map = await answer(doors, (ctx) => doors.boundaries.getDistrictMap(ctx));
  const chosen = settlement === undefined ? null : map.settlements.find(({ id }) => id === settlement);
  if (chosen === undefined) throw data(null, { status: 404 });
  return { map, chosen: chosen && { id: chosen.id, name: chosen.name } };
}

/** «Карта ТОС»: of the district or of one settlement, and beside it the same as a list. */
export default function MapPage() {
  const { map, chosen } = useLoaderData<typeof loader>();
  const t = useText(mapWords);
  const title = chosen ? t("ofSettlement", { name: chosen.name }) : t("title");
  return (
    <>
      <title>{title}</title>
      <Crumbs above={chosen ? [{ path: paths.map, text: t("title") }] : []} here={chosen ? chosen.name : t("title")} />
      <h1 className="title">{title}</h1>
      {map.associations.length === 0 ? <Empty /> : <Lead />}
      <DistrictPicture map={map} {...(chosen && { focus: { kind: "settlement" as const, id: chosen.id } })} />
      {map.rows.length > 0 && (
        <AreaTable rows={chosen ? map.rows.filter(({ settlementId }) => settlementId === chosen.id) : map.rows} />
      )}
    </>
  );
}

function Lead() {
  const t = useText(mapWords);
  const href = useHref();
  const isDemonstration = useRootData()?.municipality.demonstration;
  return (
    <>
      <p className="lead">
        {t("lead")} {isDemonstration && t("invented")}
      </p>
      <p className="links">
        <a href={href(paths.boundariesFile)}>{t("file")}, GeoJSON</a>
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
