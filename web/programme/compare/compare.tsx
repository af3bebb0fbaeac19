import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { PARTS } from "../../../src/programme/contract.ts";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useText } from "../../ui/text.ts";
import { capitalise } from "../../ui/typography.ts";
import { programmeWords } from "../words.ts";
import { ChangeTable } from "./change-table.tsx";
import { filterChanges, readShown, SHOWN } from "./filter.ts";
import { MoneyDifference } from "./money-difference.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  const slug = args.params.slug ?? "";
  const asked = new URL(args.request.url).searchParams;
  const editions = await answer(doors, (ctx) => doors.programme.listEditions(ctx, slug));
  const numbers = editions.map((edition) => edition.edition).toReversed();
  const last = numbers.at(-1) ?? 1;
  const read = (name: string, otherwise: number) =>
    /^\d{1,6}$/.test(asked.get(name) ?? "") ? Number(asked.get(name)) : otherwise;
  const pair = { was: read("was", Math.max(1, last - 1)), became: read("became", last) };
  const comparison = await answer(doors, (ctx) => doors.programme.compareEditions(ctx, { slug, ...pair }));
  return { slug, numbers, pair, last, comparison, shown: readShown(asked.get("show")) };
}

/** Two editions side by side: the money by source and year, then every change. */
export default function Compare() {
  const { slug, pair, numbers, comparison } = useLoaderData<typeof loader>();
  const t = useText(programmeWords);
  const count = comparison.changes.length;
  const title = count === 0 ? t("compareSame", pair) : t("compareTitle", { count, ...pair });
  const { basis } = comparison.became;
  return (
    <>
      <title>{title}</title>
      <Crumbs
        above={[
          { path: paths.programme(slug), text: t("programme") },
          { path: paths.editions(slug), text: t("editionsHead") },
        ]}
        here={t("compareHead")}
      />
      <h1>{title}</h1>
      <p className="lead">
        {numbers.length === 1 ? t("compareOne") : t("compareLead")} {basis && t("compareBasis", { basis })}
      </p>
      {numbers.length > 2 && <EditionChoice />}
      {count > 0 && <Files />}
      {count > 0 && comparison.money && <MoneyDifference money={comparison.money} />}
      {count > 0 && <Changes />}
    </>
  );
}

function Files() {
  const { slug, pair } = useLoaderData<typeof loader>();
  const t = useText(programmeWords);
  const href = useHref();
  return (
    <p className="links">
      <a href={href(paths.compareFile(slug, pair, "docx"))}>{t("compareDocx")}</a>
      <a href={href(paths.compareFile(slug, pair, "xlsx"))}>{t("compareXlsx")}</a>
      {pair.was < pair.became && <a href={href(paths.act(slug, pair))}>{t("actFromCompare")}</a>}
    </p>
  );
}

function EditionChoice() {
  const { slug, pair, numbers } = useLoaderData<typeof loader>();
  const t = useText(programmeWords);
  const href = useHref();
  return (
    <nav aria-label={t("compareEditions")}>
      {(["was", "became"] as const).map((side) => (
        <p key={side} className="links">
          <span className="soft">{t(side === "was" ? "compareFrom" : "compareTo")}</span>
          {numbers.map((number) => (
            <a
              key={number}
              href={href(paths.compare(slug, { ...pair, [side]: number }))}
              aria-current={pair[side] === number ? "true" : undefined}
            >
              {number}
            </a>
          ))}
        </p>
      ))}
    </nav>
  );
}

function Changes() {
  const { slug, pair, last, comparison, shown } = useLoaderData<typeof loader>();
  const t = useText(programmeWords);
  const href = useHref();
  const changes = filterChanges(comparison.changes, shown);
  const parts = PARTS.map((part) => ({ part, changes: changes.filter((change) => change.part === part) }));
  return (
    <section id="changes" className="part">
      <h2>{t("compareChanges")}</h2>
      <nav aria-label={t("compareFilters")} className="links">
        {SHOWN.map((one) => (
          <a
            key={one}
            href={`${href(paths.compare(slug, pair, one))}#changes`}
            aria-current={one === shown ? "true" : undefined}
          >
            {capitalise(t(`compareShow_${one}`))} ({filterChanges(comparison.changes, one).length})
          </a>
        ))}
      </nav>
      {changes.length === 0 && <p>{t("compareNothing")}</p>}
      {parts
        .filter((one) => one.changes.length > 0)
        .map((one) => (
          <section key={one.part} className="part">
            <h3>{capitalise(t(`part_${one.part}`))}</h3>
            <ChangeTable
              name={capitalise(t(`part_${one.part}`))}
              slug={slug}
              changes={one.changes}
              linked={pair.became === last}
            />
          </section>
        ))}
    </section>
  );
}
