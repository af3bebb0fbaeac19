import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import type { CallView } from "../../../src/contest/call/contract.ts";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useRootData } from "../../app/root-data.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { sayDeadline } from "../parts/dates.ts";
import { contestWords } from "../words.ts";
import { publicWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  const calls = await answer(doors, (ctx) => doors.contests.listPublicCalls(ctx));
  return { calls: calls.map(({ terms: _terms, ...call }) => call) };
}

/** Announced calls and past ones. The page is kept as it is, so it tells dates, not whether the clock is before them. */
export default function PublicContests() {
  const { calls } = useLoaderData<typeof loader>();
  const t = useText(publicWords);
  const words = useText(contestWords);
  const now = calls.filter(({ state }) => state === "announced");
  const past = calls.filter(({ state }) => state !== "announced");
  const title = calls.length === 0 ? t("none") : t("title");
  return (
    <>
      <title>{title}</title>
      <Crumbs above={[]} here={words("contests")} />
      <h1>{title}</h1>
      <p className="lead">{calls.length === 0 ? t("noneUnder") : t("under")}</p>
      {calls.length > 0 && (
        <section className="part">
          <h2>{t("now")}</h2>
          {now.length === 0 && <p className="soft">{t("nowNone")}</p>}
          <CallList calls={now} />
        </section>
      )}
      {past.length > 0 && (
        <section className="part">
          <h2>{t("past")}</h2>
          <CallList calls={past} />
        </section>
      )}
    </>
  );
}

function CallList({ calls }: { readonly calls: readonly Omit<CallView, "terms">[] }) {
  const t = useText(publicWords);
  const words = useText(contestWords);
  const language = useLanguage();
  const href = useHref();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  return (
    <ul className="plain">
      {calls.map((call) => (
        <li key={call.id} className="section">
          <h3>
            <a href={href(paths.contest(call.id))}>
              <Words>{`${call.contest.name}, ${call.year}`}</Words>
            </a>
          </h3>
          <p className="note">
            {call.state === "announced"
              ? t("until", { date: sayDeadline(call.closesAt, timeZone, language) })
              : words(`call-${call.state}`)}
          </p>
        </li>
      ))}
    </ul>
  );
}
