import { useLoaderData } from "react-router";
import type { TeamMember, TypedContent } from "../../../src/contest/application/contract.ts";
import { GROUP_QUESTION, isAsked, type Terms } from "../../../src/contest/call/contract.ts";
import { formatDate } from "../../ui/dates.ts";
import { Facts } from "../../ui/facts.tsx";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { roubles } from "../parts/money.ts";
import { addUpEstimate, addUpLine } from "./add-up.ts";
import type { loader } from "./load.ts";
import { applicationWords } from "./words.ts";

/** An application as it reads: what it says, its plan and its estimate. */
export function Reading({ terms }: { readonly terms: Terms }) {
  const { application } = useLoaderData<typeof loader>();
  const t = useText(applicationWords);
  const { content, applicant } = application;
  return (
    <ContentReading
      title={t("project")}
      terms={terms}
      content={content}
      association={applicant ? applicant.association : t("hidden")}
      team={applicant?.team ?? []}
    />
  );
}

interface ReadingProps {
  readonly title: string;
  readonly terms: Terms;
  readonly content: TypedContent;
  readonly association: string;
  readonly team: readonly TeamMember[];
  /** Where the page's own heading is not the project's name. */
  readonly isTitled?: boolean;
}

/** What an application says, wherever it comes from. */
export function ContentReading({ title, terms, content, association, team, isTitled = false }: ReadingProps) {
  const t = useText(applicationWords);
  const language = useLanguage();
  return (
    <section className="part">
      <h2>{title}</h2>
      <Facts
        items={[
          [t("applicant"), association],
          [t("title"), isTitled && <Words>{content.title}</Words>],
          [t("summary"), <Words key="summary">{content.summary}</Words>],
          [t("place"), content.place],
          ...terms.fields
            .filter(({ key }) => isAsked(key, terms, content.answers))
            .map(({ key, label }) => [label, sayAnswer(content.answers[key] ?? "", key, terms)] as const),
          [
            t("team"),
            team.length > 0 &&
              team.map(({ name, does }) => (
                <span key={name} className="place">
                  {name}: {does}
                </span>
              )),
          ],
        ]}
      />
      {content.plan.length > 0 && (
        <FigureTable
          caption={t("plan")}
          columns={[
            { key: "what", head: t("what") },
            { key: "from", head: t("from"), label: t("from") },
            { key: "until", head: t("until"), label: t("until") },
            { key: "result", head: t("result"), label: t("result") },
          ]}
          rows={content.plan.map((step, at) => ({
            key: String(at),
            cells: {
              what: step.what,
              from: formatDate(step.from, language),
              until: formatDate(step.until, language),
              result: step.result,
            },
          }))}
        />
      )}
      {content.estimate.length > 0 && <EstimateTable estimate={content.estimate} />}
    </section>
  );
}

/** A group is answered by its key. */
function sayAnswer(typed: string, key: string, { rules }: Terms): string {
  return (key === GROUP_QUESTION && rules.categories.find((group) => group.key === typed)?.name) || typed;
}

function EstimateTable({ estimate }: Pick<TypedContent, "estimate">) {
  const t = useText(applicationWords);
  const language = useLanguage();
  const sums = addUpEstimate(estimate);
  const say = (kopecks: bigint | undefined) => (kopecks === undefined ? "—" : roubles(kopecks, language));
  return (
    <FigureTable
      caption={t("estimate")}
      columns={[
        { key: "what", head: t("thing") },
        { key: "quantity", head: t("quantity"), label: t("quantity"), number: true },
        { key: "unitCost", head: t("unitCost"), label: t("unitCost"), number: true },
        { key: "cost", head: t("lineCost"), label: t("lineCost"), number: true },
        { key: "own", head: t("totalOwn"), label: t("totalOwn"), number: true },
        { key: "asked", head: t("asked"), label: t("asked"), number: true },
      ]}
      rows={[
        ...estimate.map((line, at) => {
          const own = addUpLine(line);
          return {
            key: String(at),
            cells: {
              what: line.what,
              quantity: line.quantity,
              unitCost: line.unitCost,
              cost: say(own.cost),
              own: say(own.own),
              asked: say(own.asked),
            },
          };
        }),
        {
          key: "total",
          total: true,
          cells: {
            what: t("totalCost"),
            cost: say(sums.asked + sums.own),
            own: say(sums.own),
            asked: say(sums.asked),
          },
        },
      ]}
    />
  );
}
