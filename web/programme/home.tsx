import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { answer } from "../app/answer.ts";
import { doorsOf } from "../app/doors.ts";
import { useText } from "../ui/text.ts";
import { Words } from "../ui/words.tsx";
import { EmptyHome } from "./home/empty-home.tsx";
import { HomeAside } from "./home/home-aside.tsx";
import { HomeIndicators } from "./home/home-indicators.tsx";
import { HomeMap } from "./home/home-map.tsx";
import { HomeMoney } from "./home/home-money.tsx";
import { HomeSummary } from "./home/home-summary.tsx";
import { HomeRegion } from "./region/home-region.tsx";
import { loadRegion } from "./region/load.ts";
import { shortTitle, yearSpan } from "./view/titles.ts";
import { programmeWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  const { programme } = doors;
  return answer(doors, async (ctx) => {
    const [latest, ...others] = await programme.listProgrammes(ctx);
    if (doors.municipality.kind === "region") {
      return { region: await loadRegion(args, ctx), own: latest ? [latest, ...others] : [] };
    }
    if (!latest) return null;
    const map = await doors.boundaries.getDistrictMap(ctx);
    return { edition: await programme.getEdition(ctx, latest.slug), others, map };
  });
}

/** The newest programme at a glance, or of a region its districts; an empty installation says how to begin. */
export default function Home() {
  const found = useLoaderData<typeof loader>();
  const t = useText(programmeWords);
  if (!found) return <EmptyHome />;
  if (found.region) return <HomeRegion region={found.region} own={found.own} />;
  const { edition, others, map } = found;
  const { content, programme } = edition;
  const title = shortTitle(programme.title);
  return (
    <>
      <title>{title}</title>
      <p className="kicker">
        {t(content.years.length === 1 ? "kickerOneYear" : "kicker", { years: yearSpan(content.years) })}
      </p>
      <h1 className="title">
        <Words>{title}</Words>
      </h1>
      <p className="lead">{t("homeLead")}</p>
      <HomeSummary edition={edition} />
      <div className="columns">
        <div>
          <HomeMoney edition={edition} />
          <HomeIndicators edition={edition} />
        </div>
        <HomeAside edition={edition} others={others} />
      </div>
      <HomeMap map={map} />
    </>
  );
}
