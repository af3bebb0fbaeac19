import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
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

/** The conditions of the register: a plain form whose answers stand in the address. */
export function RegisterFilter({ filter, settlements }: Props) {
  const t = useText(registryWords);
  const href = useHref();
  const language = useLanguage();
  const all = { value: "", label: t("filterAll") };
  const named = (codes: readonly string[]) => codes.map((code) => ({ value: code, label: choiceName(code, language) }));
  return (
    <form method="get" action={href(paths.registry)} className="filter" aria-label={t("filter")}>
      <TextInput name="text" label={t("searchInside")} defaultValue={filter.text ?? ""} />
      <NativeSelect
        name="settlement"
        label={t("settlement")}
        data={[all, ...settlements.map(({ id, name }) => ({ value: id, label: name }))]}
        defaultValue={filter.settlementId ?? ""}
      />
      <NativeSelect name="kind" label={t("kind")} data={[all, ...named(KINDS)]} defaultValue={filter.kind ?? ""} />
      <NativeSelect name="state" label={t("state")} data={[all, ...named(STATES)]} defaultValue={filter.state ?? ""} />
      <NativeSelect
        name="sort"
        label={t("sort")}
        data={SORTS.map((sort) => ({ value: sort, label: t(`sort_${sort}`) }))}
        defaultValue={filter.sort ?? "name"}
      />
      <Checkbox name="warned" value="1" label={t("warned")} defaultChecked={filter.warned === true} />
      <div className="buttons">
        <Button type="submit" variant="outline">
          {t("apply")}
        </Button>
        {isNarrowed(filter) && (
          <a className="filter-clear" href={href(paths.registry)}>
            {t("clearFilter")}
          </a>
        )}
      </div>
    </form>
  );
}
