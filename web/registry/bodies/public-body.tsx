import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { paths } from "../../app/paths.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { BodyFacts } from "./parts/body-facts.tsx";
import { SeatsTable } from "./parts/seats-table.tsx";
import { bodyWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  return { body: await answer(doors, (ctx) => doors.bodies.getBody(ctx, args.params.id ?? "")) };
}

/** One body as everybody reads it. */
export default function PublicBody() {
  const { body } = useLoaderData<typeof loader>();
  const t = useText(bodyWords);
  return (
    <>
      <title>{body.name}</title>
      <Crumbs above={[{ path: paths.bodies, text: t("bodies") }]} here={body.name} />
      <h1 className="title">
        <Words>{body.name}</Words>
      </h1>
      <section className="part">
        <BodyFacts body={body} />
      </section>
      <section className="part">
        <h2>{t("holdings")}</h2>
        <SeatsTable holdings={body.holdings} />
      </section>
    </>
  );
}
