import { NativeSelect, TextInput } from "@mantine/core";
import { matchSentence } from "../../../src/programme/messages-comparison.ts";
import { useHref } from "../../app/link.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { type Text, useText } from "../../ui/text.ts";
import { capitalise } from "../../ui/typography.ts";
import { Words } from "../../ui/words.tsx";
import { type ProgrammeWords, programmeWords } from "../words.ts";
import type { EndedRow, MatchData, MatchOption, MatchRow } from "./match-data.ts";

/** The form of the decision, to which these fields belong wherever they stand. */
export const DECISION_FORM = "decision";

/** Which line of the edition before each line carries on, with the reason and the choice. */
export function Match({ match, changes }: { readonly match: MatchData; readonly changes: string }) {
  const t = useText(programmeWords);
  const href = useHref();
  const nothing = match.rows.length === 0 && match.ended.length === 0;
  return (
    <section className="part" id="match">
      <h2>{t("matchTitle")}</h2>
      <p className="under">
        {t("matchFrom", match.from)} {t("matchSure", { count: match.sure })} {nothing && t("matchNothing")}{" "}
        {match.rest > 0 && t("matchRest", { count: match.rest })}
      </p>
      <p>
        <a href={href(changes)}>{t("matchChanges")}</a>
      </p>
      {match.rows.length > 0 && <MatchTable rows={match.rows} />}
      {match.ended.length > 0 && <EndedTable rows={match.ended} />}
    </section>
  );
}

/** Long names are cut: a list of choices is read at a glance. */
function optionText({ value, name }: MatchOption, t: Text<ProgrammeWords>): string {
  const short = name.length > 90 ? `${name.slice(0, 89)}…` : name;
  if (value.startsWith("split:")) return t("matchSplit", { name: short });
  if (value.startsWith("joined:")) return t("matchJoined", { name: short });
  return value === "new" ? t("matchNew") : value === "ended" ? t("matchEnded") : short;
}

function MatchTable({ rows }: { readonly rows: readonly MatchRow[] }) {
  const t = useText(programmeWords);
  const language = useLanguage();
  return (
    <FigureTable
      name={t("matchTitle")}
      columns={[
        { key: "line", head: t("matchLine") },
        { key: "known", head: t("matchKnown") },
        { key: "reason", head: t("matchReason") },
      ]}
      rows={rows.map((row) => ({
        key: row.key,
        cells: {
          line: <LineName kind={row.kind} name={row.name} />,
          known: (
            <NativeSelect
              form={DECISION_FORM}
              name={`line:${row.key}`}
              aria-label={`${t("matchKnown")}: ${row.name}`}
              defaultValue={row.chosen}
              data={row.options.map((option) => ({ value: option.value, label: optionText(option, t) }))}
            />
          ),
          reason: matchSentence(row, language),
        },
      }))}
    />
  );
}

function EndedTable({ rows }: { readonly rows: readonly EndedRow[] }) {
  const t = useText(programmeWords);
  return (
    <>
      <h3>{t("matchEndedTitle")}</h3>
      <FigureTable
        name={t("matchEndedTitle")}
        columns={[
          { key: "line", head: t("matchKnown") },
          { key: "fate", head: t("matchLine") },
          { key: "why", head: t("matchWhy") },
        ]}
        rows={rows.map((row) => ({
          key: row.id,
          cells: {
            line: <LineName kind={row.kind} name={row.name} />,
            fate: (
              <NativeSelect
                form={DECISION_FORM}
                name={`fate:${row.id}`}
                aria-label={`${t("matchEndedTitle")}: ${row.name}`}
                defaultValue={row.chosen}
                data={row.options.map((option) => ({ value: option.value, label: optionText(option, t) }))}
              />
            ),
            why: <TextInput form={DECISION_FORM} name={`why:${row.id}`} aria-label={`${t("matchWhy")}: ${row.name}`} />,
          },
        }))}
      />
    </>
  );
}

function LineName({ kind, name }: Pick<MatchRow, "kind" | "name">) {
  const t = useText(programmeWords);
  return (
    <>
      <Words>{name}</Words>
      <span className="note place">{capitalise(t(`matchKind_${kind}`))}</span>
    </>
  );
}
