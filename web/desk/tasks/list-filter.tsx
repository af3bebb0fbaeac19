import { Button, Checkbox, NativeSelect } from "@mantine/core";
import { TASK_SORTS, TASK_STATES, type TaskFilter } from "../../../src/desk/contract.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useText } from "../../ui/text.ts";
import { deskWords } from "../words.ts";
import { isNarrowed } from "./filter.ts";

interface Props {
  readonly filter: TaskFilter;
  readonly choices: { readonly years: readonly number[]; readonly executors: readonly string[] };
}

/** The conditions of the list: a plain form whose answers stand in the address. */
export function ListFilter({ filter, choices }: Props) {
  const t = useText(deskWords);
  const href = useHref();
  const all = { value: "", label: t("filterAll") };
  // What the address asks for stands in the list even where nothing has it.
  const choose = (values: readonly (string | number)[], chosen: string | number | undefined) => [
    all,
    ...new Set([...values, ...(chosen === undefined ? [] : [chosen])].map(String)),
  ];
  const states = TASK_STATES.map((state) => ({ value: state, label: t(`state_${state}`) }));
  return (
    <form method="get" action={href(paths.tasks)} className="filter" aria-label={t("filter")}>
      <NativeSelect
        name="executor"
        label={t("executor")}
        data={choose(choices.executors, filter.executor)}
        defaultValue={filter.executor ?? ""}
      />
      <NativeSelect
        name="year"
        label={t("year")}
        data={choose(choices.years, filter.year)}
        defaultValue={String(filter.year ?? "")}
      />
      <NativeSelect name="state" label={t("state")} data={[all, ...states]} defaultValue={filter.state ?? ""} />
      <NativeSelect
        name="sort"
        label={t("filterSort")}
        data={TASK_SORTS.map((sort) => ({ value: sort, label: t(`sort_${sort}`) }))}
        defaultValue={filter.sort ?? "due"}
      />
      <Checkbox name="mine" value="1" label={t("filterMine")} defaultChecked={filter.mine === true} />
      <Checkbox name="late" value="1" label={t("filterLate")} defaultChecked={filter.late === true} />
      <div className="buttons">
        <Button type="submit" variant="outline">
          {t("apply")}
        </Button>
        {isNarrowed(filter) && (
          <a className="filter-clear" href={href(paths.tasks)}>
            {t("clearFilter")}
          </a>
        )}
      </div>
    </form>
  );
}
