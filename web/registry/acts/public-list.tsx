import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import type { ActRow } from "../../../src/registry/act/views.ts";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useText } from "../../ui/text.ts";
import { ActTable } from "./parts/act-table.tsx";
import { YearsTable } from "./parts/years-table.tsx";
import { actWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  const rows = await answer(doors, (ctx) => doors.acts.listPublicActs(ctx));
  return { rows, years: await answer(doors, (ctx) => doors.acts.listActYears(ctx)) };
}

const ENDED: readonly ActRow["effect"]["state"][] = ["repealed", "expired"];

/** The acts by which associations work, for everybody. */
export default function PublicActs() {
  const { rows, years } = useLoaderData<typeof loader>();
  const t = useText(actWords);
  const href = useHref();
  const ended = rows.filter(({ effect }) => ENDED.includes(effect.state));
  const living = rows.filter(({ effect }) => !ENDED.includes(effect.state));
  return (
    <>
      <title>{t("publicTitle")}</title>
      <Crumbs above={[]} here={t("acts")} />
      <h1>{t("publicTitle")}</h1>
      <p className="lead">{rows.length === 0 ? t("publicNone") : t("publicUnder")}</p>
      {[
        { name: t("publicInForce"), acts: living },
        { name: t("publicEnded"), acts: ended },
      ].map(
        ({ name, acts }) =>
          acts.length > 0 && (
            <section className="part" key={name}>
              <h2>{name}</h2>
              <ActTable rows={acts} name={name} pathOf={paths.legalAct} showsRevision={false} />
            </section>
          ),
      )}
      {rows.length > 0 && (
        <p className="links">
          <span className="soft">{t("files")}</span>
          <a href={href(paths.actsFile("xlsx"))}>XLSX</a>
          <a href={href(paths.actsFile("csv"))}>CSV</a>
        </p>
      )}
      {years.length > 0 && (
        <section className="part">
          <h2>{t("years")}</h2>
          <p className="measure soft">{t("yearsUnder")}</p>
          <YearsTable years={years} pathOf={paths.legalAct} />
        </section>
      )}
    </>
  );
}
