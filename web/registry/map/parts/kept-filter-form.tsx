import { Button, NativeSelect, TextInput } from "@mantine/core";
import { KEPT_STATES, type KeptFilter, type KeptSubject } from "../../../../src/registry/boundary/views.ts";
import { useHref } from "../../../app/link.ts";
import { paths } from "../../../app/paths.ts";
import { useText } from "../../../ui/text.ts";
import { mapWords } from "../words.ts";

interface Props {
  readonly filter: KeptFilter;
  readonly settlements: readonly KeptSubject[];
}

/** The conditions of the list of boundaries: a plain form whose answers stand in the address. */
export function KeptFilterForm({ filter, settlements }: Props) {
  const t = useText(mapWords);
  const href = useHref();
  const all = { value: "", label: t("keptAll") };
  return (
    <form method="get" action={href(paths.boundaries)} className="filter" aria-label={t("keptFilter")}>
      <TextInput name="text" label={t("keptText")} defaultValue={filter.text ?? ""} />
      <NativeSelect
        name="settlement"
        label={t("settlement")}
        data={[all, ...settlements.map(({ id, name }) => ({ value: id, label: name }))]}
        defaultValue={filter.settlementId ?? ""}
      />
      <NativeSelect
        name="only"
        label={t("amiss")}
        data={[all, ...KEPT_STATES.map((one) => ({ value: one, label: t(`only_${one}`) }))]}
        defaultValue={filter.only ?? ""}
      />
      <div className="buttons">
        <Button type="submit" variant="outline">
          {t("keptApply")}
        </Button>
        {Object.keys(filter).length > 0 && (
          <a className="filter-clear" href={href(paths.boundaries)}>
            {t("keptClear")}
          </a>
        )}
      </div>
    </form>
  );
}
