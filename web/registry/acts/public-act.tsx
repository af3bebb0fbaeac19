import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { paths } from "../../app/paths.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { capitalise } from "../../ui/typography.ts";
import { Words } from "../../ui/words.tsx";
import { ActFacts } from "./parts/act-facts.tsx";
import { Papers } from "./parts/papers.tsx";
import { Relations } from "./parts/relations.tsx";
import { sayAct } from "./parts/say.ts";
import { actWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  return { act: await answer(doors, (ctx) => doors.acts.getAct(ctx, args.params.id ?? "")) };
}

/** One act as everybody reads it. */
export default function PublicAct() {
  const { act } = useLoaderData<typeof loader>();
  const t = useText(actWords);
  const language = useLanguage();
  const name = capitalise(sayAct(act, language));
  return (
    <>
      <title>{name}</title>
      <Crumbs above={[{ path: paths.acts, text: t("acts") }]} here={name} />
      <h1 className="title">
        <Words>{act.title}</Words>
      </h1>
      <p className="lead">{name}</p>
      <section className="part">
        <ActFacts act={act} showsRevision={false} />
        <Papers act={act} />
      </section>
      <Relations relations={act.acts} side="relation" pathOf={paths.legalAct} />
      <Relations relations={act.undergoes} side="passive" pathOf={paths.legalAct} />
      {act.text && (
        <section className="part">
          <h2>{t("text")}</h2>
          <p className="measure prose" lang="ru">
            {act.text}
          </p>
        </section>
      )}
    </>
  );
}
