import type { ReactNode } from "react";
import type { Settlement } from "../../../src/registry/contract.ts";
import { type ListFilter, SORTS } from "../../../src/registry/list/views.ts";
import { KINDS, STATES } from "../../../src/registry/record/fields.data.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { isNarrowed } from "../filter.ts";
import { registryWords } from "../words.ts";
import { choiceName } from "./value.tsx";

interface Props {
  readonly filter: ListFilter;
  readonly settlements: readonly Settlement[];
}

/** The conditions of the public list: a plain form whose answers stand in the address. */
export function PublicFilter({ filter, settlements }: Props) {
  const t = useText(registryWords);
  const href = useHref();
  const language = useLanguage();
  const choices = (values: readonly string[]) => values.map((value) => ({ value, label: choiceName(value, language) }));
  return (
    <form method="get" action={href(paths.associations)} className="search" aria-label={t("filter")}>
      <label>
        {t("search")}
        <input type="search" name="text" defaultValue={filter.text ?? ""} />
      </label>
      <Choice name="settlement" label={t("settlement")} chosen={filter.settlementId}>
        {settlements.map(({ id, name }) => ({ value: id, label: name }))}
      </Choice>
      <Choice name="kind" label={t("kind")} chosen={filter.kind}>
        {choices(KINDS)}
      </Choice>
      <Choice name="state" label={t("state")} chosen={filter.state}>
        {choices(STATES)}
      </Choice>
      <Choice name="sort" label={t("sort")} chosen={filter.sort ?? "name"} whole={false}>
        {SORTS.map((sort) => ({ value: sort, label: t(`sort_${sort}`) }))}
      </Choice>
      <p>
        <button type="submit">{t("apply")}</button>
        {isNarrowed(filter) && <a href={href(paths.associations)}>{t("clearFilter")}</a>}
      </p>
    </form>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: ReactNode;
  readonly chosen: string | undefined;
  /** «Все» is one of the answers. */
  readonly whole?: boolean;
  readonly children: readonly { readonly value: string; readonly label: string }[];
}

function Choice({ name, label, chosen, whole = true, children }: ChoiceProps) {
  const t = useText(registryWords);
  return (
    <label>
      {label}
      <select name={name} defaultValue={chosen ?? ""}>
        {whole && <option value="">{t("filterAll")}</option>}
        {children.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
