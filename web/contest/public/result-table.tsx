import type { PublicResult } from "../../../src/contest/index.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { formatNumber } from "../../ui/format.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { roubles, sourceName } from "../parts/money.ts";
import { publicWords } from "./words.ts";

/** Places, points and sums by source; a funded project opens its page. */
export function ResultTable({ results }: { readonly results: readonly PublicResult[] }) {
  const t = useText(publicWords);
  const language = useLanguage();
  const href = useHref();
  const isFunded = ({ outcome }: PublicResult) => outcome === "awarded" || outcome === "awarded-part";
  const sources = [...new Set(results.flatMap(({ sums }) => sums.map(({ source }) => source)))];
  const addUp = (source: string) =>
    results.reduce((all, { sums }) => all + (sums.find((sum) => sum.source === source)?.kopecks ?? 0n), 0n);
  return (
    <FigureTable
      name={t("results")}
      columns={[
        { key: "project", head: t("project") },
        { key: "place", head: t("place"), label: t("place"), number: true },
        { key: "points", head: t("points"), label: t("points"), number: true },
        { key: "outcome", head: t("outcome"), label: t("outcome") },
        { key: "sum", head: t("sum"), label: t("sum"), number: true },
      ]}
      rows={[
        ...results.map((result) => ({
          key: result.applicationId,
          cells: {
            project: (
              <div>
                {isFunded(result) ? (
                  <a href={href(paths.project(result.applicationId))}>
                    <Words>{result.title}</Words>
                  </a>
                ) : (
                  <Words>{result.title}</Words>
                )}
                <span className="note place">
                  <Words>{result.association}</Words>
                </span>
              </div>
            ),
            place: String(result.place),
            points: result.total === null ? "—" : formatNumber(result.total, { language }),
            outcome: t(`outcome-${result.outcome}`),
            sum: (
              <div>
                {result.kopecks === 0n ? "—" : roubles(result.kopecks, language)}
                {result.sums.length > 1 &&
                  result.sums.map(({ source, kopecks }) => (
                    <span key={source} className="note place">
                      {roubles(kopecks, language)} — {sourceName(source, language)}
                    </span>
                  ))}
              </div>
            ),
          },
        })),
        {
          key: "total",
          total: true,
          cells: {
            project: t("total"),
            sum: (
              <div>
                {roubles(
                  results.reduce((all, { kopecks }) => all + kopecks, 0n),
                  language,
                )}
                {sources.length > 1 &&
                  sources.map((source) => (
                    <span key={source} className="note place">
                      {roubles(addUp(source), language)} — {sourceName(source, language)}
                    </span>
                  ))}
              </div>
            ),
          },
        },
      ]}
    />
  );
}
