import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type NewsFilter, type Outlet, PUBLICATION_KINDS, PUBLICATION_STATES } from "../../../src/news/contract.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useText } from "../../ui/text.ts";
import { newsWords } from "../words.ts";

/** The conditions of the list: a plain form whose answers stand in the address. */
export function NewsFilterForm({
  filter,
  outlets,
}: {
  readonly filter: NewsFilter;
  readonly outlets: readonly Outlet[];
}) {
  const t = useText(newsWords);
  const href = useHref();
  const all = { value: "", label: t("filterAll") };
  const kinds = PUBLICATION_KINDS.map((kind) => ({ value: kind, label: t(`kind-${kind}`) }));
  const states = PUBLICATION_STATES.map((state) => ({ value: state, label: t(`state-${state}`) }));
  const places = outlets.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <form method="get" action={href(paths.newsroom)} className="filter" aria-label={t("filter")}>
      <NativeSelect name="kind" label={t("kind")} data={[all, ...kinds]} defaultValue={filter.kind ?? ""} />
      <NativeSelect name="state" label={t("state")} data={[all, ...states]} defaultValue={filter.state ?? ""} />
      <NativeSelect name="outlet" label={t("outlet")} data={[all, ...places]} defaultValue={filter.outletId ?? ""} />
      <TextInput name="year" inputMode="numeric" label={t("year")} defaultValue={String(filter.year ?? "")} />
      <TextInput name="text" label={t("textFilter")} defaultValue={filter.text ?? ""} />
      <div className="buttons">
        <Button type="submit" variant="outline">
          {t("apply")}
        </Button>
        {Object.keys(filter).length > 0 && (
          <a className="filter-clear" href={href(paths.newsroom)}>
            {t("clearFilter")}
          </a>
        )}
      </div>
    </form>
  );
}
