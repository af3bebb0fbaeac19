import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { ACT_KINDS, ACT_SUBJECTS, type ActFilter, EFFECT_STATES } from "../../../../src/registry/act/views.ts";
import { useHref } from "../../../app/link.ts";
import { paths } from "../../../app/paths.ts";
import { useText } from "../../../ui/text.ts";
import { actWords } from "../words.ts";

/** The conditions of the register: a plain form whose answers stand in the address. */
export function ActFilterForm({ filter }: { readonly filter: ActFilter }) {
  const t = useText(actWords);
  const href = useHref();
  const all = { value: "", label: t("filterAll") };
  const kinds = ACT_KINDS.map((kind) => ({ value: kind, label: t(`kind-${kind}`) }));
  const subjects = ACT_SUBJECTS.map((subject) => ({ value: subject, label: t(`subject-${subject}`) }));
  const states = EFFECT_STATES.map((state) => ({ value: state, label: t(`effect_${state}`) }));
  return (
    <form method="get" action={href(paths.registryActs)} className="filter" aria-label={t("filter")}>
      <NativeSelect name="kind" label={t("kind")} data={[all, ...kinds]} defaultValue={filter.kind ?? ""} />
      <NativeSelect name="subject" label={t("subject")} data={[all, ...subjects]} defaultValue={filter.subject ?? ""} />
      <NativeSelect name="state" label={t("effect")} data={[all, ...states]} defaultValue={filter.state ?? ""} />
      <TextInput name="year" inputMode="numeric" label={t("year")} defaultValue={String(filter.year ?? "")} />
      <TextInput name="text" label={t("textFilter")} defaultValue={filter.text ?? ""} />
      <TextInput name="on" type="date" label={t("onDay")} defaultValue={filter.on ?? ""} />
      <Checkbox name="due" value="yes" label={t("due")} defaultChecked={filter.due ?? false} />
      <div className="buttons">
        <Button type="submit" variant="outline">
          {t("apply")}
        </Button>
        {Object.keys(filter).length > 0 && (
          <a className="filter-clear" href={href(paths.registryActs)}>
            {t("clearFilter")}
          </a>
        )}
      </div>
    </form>
  );
}
