import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { answer } from "../app/answer.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { doorsOf } from "../app/doors.ts";
import { paths } from "../app/paths.ts";
import { useText } from "../ui/text.ts";
import { Words } from "../ui/words.tsx";
import { Article } from "./parts/article.tsx";
import { newsWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  return { publication: await answer(doors, (ctx) => doors.news.getPublished(ctx, args.params.number ?? "")) };
}

/** One publication as everybody reads it. */
export default function NewsPage() {
  const { publication } = useLoaderData<typeof loader>();
  const t = useText(newsWords);
  return (
    <>
      <title>{publication.title}</title>
      <Crumbs above={[{ path: paths.news, text: t("news") }]} here={publication.title} />
      <h1 className="title">
        <Words>{publication.title}</Words>
      </h1>
      <Article publication={publication} />
    </>
  );
}
