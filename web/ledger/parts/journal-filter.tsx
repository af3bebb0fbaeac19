import { Button, NativeSelect, TextInput } from "@mantine/core";
import { ENTRY_KINDS, type JournalFilter } from "../../../src/ledger/contract.ts";
import type { ActivityCard } from "../../../src/ledger/views.ts";
import { SOURCES } from "../../../src/programme/contract.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { ledgerWords } from "../words.ts";
import { sourceHead } from "./money.ts";

interface Props {
  readonly filter: JournalFilter;
  readonly choices: { readonly activities: readonly ActivityCard[]; readonly years: readonly number[] };
}

/** The conditions of the journal: a plain form whose answers stand in the address. */
export function JournalFilterForm({ filter, choices }: Props) {
  const t = useText(ledgerWords);
  const href = useHref();
  const language = useLanguage();
  const all = { value: "", label: t("filterAll") };
  const years = new Set([...choices.years, ...(filter.year === undefined ? [] : [filter.year])].map(String));
  const activities = choices.activities.map(({ id, name, position }) => ({ value: id, label: `${position}. ${name}` }));
  const kinds = ENTRY_KINDS.map((kind) => ({ value: kind, label: t(`kind_${kind}`) }));
  const sources = SOURCES.map((source) => ({ value: source, label: sourceHead(source, language) }));
  return (
    <form method="get" action={href(paths.moneyJournal())} className="filter" aria-label={t("filter")}>
      <NativeSelect name="kind" label={t("kind")} data={[all, ...kinds]} defaultValue={filter.kind ?? ""} />
      <NativeSelect name="year" label={t("year")} data={[all, ...years]} defaultValue={String(filter.year ?? "")} />
      <NativeSelect name="source" label={t("source")} data={[all, ...sources]} defaultValue={filter.source ?? ""} />
      <NativeSelect
        name="activity"
        label={t("activity")}
        data={[all, ...activities]}
        defaultValue={filter.activityId ?? ""}
      />
      <TextInput name="from" type="date" label={t("from")} defaultValue={filter.from ?? ""} />
      <TextInput name="to" type="date" label={t("to")} defaultValue={filter.to ?? ""} />
      <TextInput name="text" label={t("text")} defaultValue={filter.text ?? ""} />
      <div className="buttons">
        <Button type="submit" variant="outline">
          {t("apply")}
        </Button>
        {Object.keys(filter).length > 0 && (
          <a className="filter-clear" href={href(paths.moneyJournal())}>
            {t("clearFilter")}
          </a>
        )}
      </div>
    </form>
  );
}
