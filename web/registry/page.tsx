import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import type { ChairView } from "../../src/registry/association/views.ts";
import { answer } from "../app/answer.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { doorsOf } from "../app/doors.ts";
import { useHref } from "../app/link.ts";
import { paths } from "../app/paths.ts";
import { formatDate } from "../ui/dates.ts";
import { useLanguage } from "../ui/language.ts";
import { useText } from "../ui/text.ts";
import { Words } from "../ui/words.tsx";
import { SmallMap } from "./map/small-map.tsx";
import { StateMark } from "./parts/state-mark.tsx";
import { fieldName, Value } from "./parts/value.tsx";
import { registryWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  const page = await answer(doors, (ctx) => doors.registry.getPublic(ctx, args.params.number ?? ""));
  const map = await answer(doors, (ctx) => doors.boundaries.getSurroundings(ctx, page.association.id));
  return { ...page, map };
}

/** Stand elsewhere on the page. */
const APART: readonly string[] = ["name", "settlementId", "state", "about"];

/** «Страница ТОС»: what anybody may know of an association. */
export default function AssociationPage() {
  const { association, fields, map } = useLoaderData<typeof loader>();
  const t = useText(registryWords);
  const href = useHref();
  const language = useLanguage();
  const { name, settlement, settlementId, number } = association;
  const about = fields.find(({ key }) => key === "about");
  return (
    <>
      <title>{name}</title>
      <Crumbs
        above={[
          { path: paths.associations, text: t("associations") },
          { path: paths.settlement(settlementId), text: settlement },
        ]}
        here={name}
      />
      <p className="kicker">
        <a href={href(paths.settlement(settlementId))}>
          <Words>{settlement}</Words>
        </a>
        , {t("number")} {number}
      </p>
      <h1>
        <Words>{name}</Words>
      </h1>
      <p className="under">
        <StateMark state={association.state} />
      </p>
      {about && <p className="lead lines">{about.text}</p>}
      <div className={map ? "columns" : undefined}>
        <dl className="facts">
          <Chair />
          {fields
            .filter(({ key }) => !APART.includes(key))
            .map((field) => [
              <dt key={`${field.key} name`}>{fieldName(field.key, language)}</dt>,
              <dd key={field.key}>
                <Value field={field} />
              </dd>,
            ])}
        </dl>
        {map && <SmallMap map={map} association={association} />}
      </div>
    </>
  );
}

function Chair() {
  const { chair, formerChairs, members } = useLoaderData<typeof loader>();
  const t = useText(registryWords);
  return (
    <>
      <dt>{t("publicChair")}</dt>
      <dd>{chair ? <Term chair={chair} /> : <span className="soft">{t("chairHidden")}</span>}</dd>
      {members > 0 && (
        <>
          <dt>{t("board")}</dt>
          <dd>{t("members", { count: members })}</dd>
        </>
      )}
      {formerChairs.length > 0 && (
        <>
          <dt>{t("formerChairs")}</dt>
          <dd>
            <ul>
              {formerChairs.map((former) => (
                <li key={`${former.name} ${former.since}`}>
                  <Term chair={former} />
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
    </>
  );
}

function Term({ chair: { name, since, until } }: { readonly chair: ChairView }) {
  const t = useText(registryWords);
  const language = useLanguage();
  const days = [
    ...(since ? [t("since", { date: formatDate(since, language) })] : []),
    ...(until ? [t("until", { date: formatDate(until, language) })] : []),
  ];
  return (
    <>
      <Words>{name}</Words>
      {days.length > 0 && <span className="note"> {days.join(" ")}</span>}
    </>
  );
}
