import "./registry.css";
import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import type { HistoryRow } from "../../src/registry/association/views.ts";
import { SECTION_NAMES } from "../../src/registry/record/fields.data.ts";
import { answer } from "../app/answer.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { doorsOf } from "../app/doors.ts";
import { useHref } from "../app/link.ts";
import { paths } from "../app/paths.ts";
import { useRootData } from "../app/root-data.ts";
import { requireSignedIn } from "../app/signed-in.ts";
import { formatDate, formatInstant } from "../ui/dates.ts";
import { useLanguage } from "../ui/language.ts";
import { Mark } from "../ui/mark.tsx";
import { useText } from "../ui/text.ts";
import { Changes } from "./parts/changes.tsx";
import { registryWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  return answer(doors, (ctx) => doors.registry.getHistory(ctx, args.params.id ?? ""));
}

const KIND_WORDS = {
  first: "historyFirst",
  change: "historyChange",
  correction: "historyCorrection",
  "taken-back": "historyTaken-back",
} as const;

/** Everything that was recorded of an association. */
export default function History() {
  const { association, rows } = useLoaderData<typeof loader>();
  const t = useText(registryWords);
  const title = t("historyTitle", { name: association.name });
  return (
    <>
      <title>{title}</title>
      <Crumbs
        above={[
          { path: paths.registry, text: t("register") },
          { path: paths.associationCard(association.id), text: association.name },
        ]}
        here={t("history")}
      />
      <h1>{title}</h1>
      <p className="under">{t("historyUnder")}</p>
      <ol className="history">
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ol>
    </>
  );
}

function Row({ row }: { readonly row: HistoryRow }) {
  const { association } = useLoaderData<typeof loader>();
  const t = useText(registryWords);
  const href = useHref();
  const language = useLanguage();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  const at = formatInstant(row.recordedAt, timeZone, language);
  const section = SECTION_NAMES[row.section][language];
  return (
    <li className={row.isCorrected ? "corrected" : undefined}>
      <h2>
        {section}: {t(KIND_WORDS[row.kind])}
      </h2>
      <p className="note">
        {t("historyFrom", { date: formatDate(row.since, language) })},{" "}
        {t("recorded", { at, by: row.recordedBy ?? t("somebody") })}
        {row.basis && `. ${row.basis}`}
      </p>
      {row.isCorrected && <Mark kind="warning">{t("historyCorrected")}</Mark>}
      {row.fields.length > 0 && <Changes fields={row.fields} />}
      {row.mayCorrect && (
        <p className="links">
          <a
            href={`${href(paths.associationSection(association.id, row.section))}?corrects=${row.id}`}
            aria-label={`${t("correct")}: ${section}, ${at}`}
          >
            {t("correct")}
          </a>
        </p>
      )}
    </li>
  );
}
