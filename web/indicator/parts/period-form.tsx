import { Button, TextInput } from "@mantine/core";
import type { ActualView } from "../../../src/indicator/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useText } from "../../ui/text.ts";
import { indicatorWords } from "../words.ts";

const FIELDS = ["until", "knownOn", "since", "sinceKnownOn"] as const;

interface Props {
  readonly view: ActualView;
  readonly asked: Readonly<Record<(typeof FIELDS)[number], string>>;
  readonly today: string;
}

/** Another day, another state of knowledge, or a comparison: a plain form whose answers stand in the address. */
export function PeriodForm({ view, asked, today }: Props) {
  const t = useText(indicatorWords);
  const href = useHref();
  const { line, actual } = view;
  const path = href(paths.actual(line.kind, line.id));
  return (
    <form method="get" action={path} className="form narrow" aria-label={t("period")}>
      <h2>{t("period")}</h2>
      <TextInput name="year" inputMode="numeric" label={t("year")} defaultValue={String(actual.year)} />
      {FIELDS.map((name) => (
        <TextInput key={name} name={name} type="date" label={t(name)} max={today} defaultValue={asked[name]} />
      ))}
      <div className="buttons">
        <Button type="submit" variant="outline">
          {t("show")}
        </Button>
        <a href={href(paths.actual(line.kind, line.id, actual.year))}>{t("clear")}</a>
      </div>
    </form>
  );
}
