import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { formatDate } from "../../ui/dates.ts";
import { Facts } from "../../ui/facts.tsx";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { roubles, sourceName } from "../parts/money.ts";
import { contestWords } from "../words.ts";
import { publicWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  return { project: await answer(doors, (ctx) => doors.contests.getProject(ctx, args.params.id ?? "")) };
}

/** A funded project: who does it, with what money, for what. */
export default function ProjectPage() {
  const { project } = useLoaderData<typeof loader>();
  const t = useText(publicWords);
  const words = useText(contestWords);
  const language = useLanguage();
  const href = useHref();
  const { association, call } = project;
  return (
    <>
      <title>{project.title}</title>
      <Crumbs
        above={[
          { path: paths.contests, text: words("contests") },
          { path: paths.contest(call.id), text: String(call.year) },
        ]}
        here={project.title}
      />
      <h1 className="title">
        <Words>{project.title}</Words>
      </h1>
      <p className="lead">
        <Words>{project.summary}</Words>
      </p>
      <Facts
        items={[
          [
            t("association"),
            <a key="association" href={href(paths.association(association.number))}>
              <Words>{association.name}</Words>
            </a>,
          ],
          [t("where"), <Words key="where">{project.place}</Words>],
          [
            t("call"),
            <a key="call" href={href(paths.contest(call.id))}>
              <Words>{`${call.name}, ${call.year}`}</Words>
            </a>,
          ],
          [t("awardedOn"), formatDate(project.awardedOn, language)],
          [
            t("awarded"),
            <span key="awarded">
              {words("roubles", { sum: roubles(project.kopecks, language) })}
              {project.sums.map(({ source, kopecks }) => (
                <span key={source} className="place">
                  {roubles(kopecks, language)} — {sourceName(source, language)}
                </span>
              ))}
            </span>,
          ],
          [t("own"), project.own > 0n && words("roubles", { sum: roubles(project.own, language) })],
        ]}
      />
      {project.report && <Report />}
      {project.estimate.length > 0 && (
        <section className="part">
          <h2>{t("money")}</h2>
          <FigureTable
            name={t("money")}
            columns={[
              { key: "what", head: t("thing") },
              { key: "asked", head: t("asked"), label: t("asked"), number: true },
            ]}
            rows={project.estimate.map(({ what, asked }, at) => ({
              key: String(at),
              cells: { what: <Words>{what}</Words>, asked: asked === 0n ? "—" : roubles(asked, language) },
            }))}
          />
        </section>
      )}
    </>
  );
}

/** What came of it, in the words of who did it. */
function Report() {
  const { project } = useLoaderData<typeof loader>();
  const t = useText(publicWords);
  const words = useText(contestWords);
  const language = useLanguage();
  const href = useHref();
  const { report } = project;
  if (!report) return null;
  const say = (kopecks: bigint) => words("roubles", { sum: roubles(kopecks, language) });
  return (
    <section className="part">
      <h2>{t("report")}</h2>
      <p className="measure">
        <Words>{report.story}</Words>
      </p>
      <Facts
        items={[
          [t("spent"), say(report.spent)],
          [t("returned"), report.returned > 0n && say(report.returned)],
        ]}
      />
      {report.photos.map(({ id, name }) => (
        <img key={id} src={href(paths.projectPhoto(project.id, id))} alt={name} loading="lazy" width="640" />
      ))}
    </section>
  );
}
