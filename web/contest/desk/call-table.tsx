import { type CallView, termsShape } from "../../../src/contest/call/contract.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useRootData } from "../../app/root-data.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { sayDeadline } from "../parts/dates.ts";
import { roubles } from "../parts/money.ts";
import { CallMark } from "../parts/state.tsx";
import { contestWords } from "../words.ts";
import { callWords } from "./words.ts";

/** Calls, the latest year first; a row opens its call. */
export function CallTable({ calls }: { readonly calls: readonly CallView[] }) {
  const t = useText(callWords);
  const words = useText(contestWords);
  const language = useLanguage();
  const href = useHref();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  return (
    <FigureTable
      name={t("title")}
      columns={[
        { key: "contest", head: t("contest") },
        { key: "state", head: words("state"), label: words("state") },
        { key: "closes", head: t("closes"), label: t("closes") },
        { key: "sum", head: t("sum"), label: t("sum"), number: true },
      ]}
      rows={calls.map((call) => {
        const { sources } = termsShape.parse(call.terms).rules.money;
        const sum = sources.reduce((all, { limit }) => all + limit, 0n);
        return {
          key: call.id,
          cells: {
            contest: (
              <a href={href(paths.deskCall(call.id))}>
                <Words>{`${call.contest.name}, ${call.year}`}</Words>
              </a>
            ),
            state: <CallMark call={call} />,
            closes: <time dateTime={call.closesAt}>{sayDeadline(call.closesAt, timeZone, language)}</time>,
            sum: sources.length === 0 ? "—" : roubles(sum, language),
          },
        };
      })}
    />
  );
}
