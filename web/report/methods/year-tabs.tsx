import { useHref } from "../../app/link.ts";
import { useText } from "../../ui/text.ts";
import { reportWords } from "../words.ts";

interface Props {
  readonly years: readonly number[];
  readonly year: number;
  readonly path: (year: number) => string;
}

/** The years of the programme that have begun. */
export function YearTabs({ years, year, path }: Props) {
  const t = useText(reportWords);
  const href = useHref();
  return (
    <nav className="tabs" aria-label={t("years")}>
      {years.map((own) => (
        <a key={own} href={href(path(own))} aria-current={own === year ? "page" : undefined}>
          {t("yearTab", { year: own })}
        </a>
      ))}
    </nav>
  );
}
