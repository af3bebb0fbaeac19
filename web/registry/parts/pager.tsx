import type { ListFilter } from "../../../src/registry/list/views.ts";
import { useText } from "../../ui/text.ts";
import { writeFilter } from "../filter.ts";
import { registryWords } from "../words.ts";

interface Props {
  readonly path: string;
  readonly filter: ListFilter;
  readonly page: number;
  readonly pages: number;
}

/** The pages before and behind this one. */
export function Pager({ path, filter, page, pages }: Props) {
  const t = useText(registryWords);
  if (pages <= 1) return null;
  return (
    <nav className="links" aria-label={t("pages")}>
      <span className="soft">{t("page", { page, pages })}</span>
      {page > 1 && (
        <a href={path + writeFilter(filter, page - 1)} rel="prev">
          {t("previous")}
        </a>
      )}
      {page < pages && (
        <a href={path + writeFilter(filter, page + 1)} rel="next">
          {t("next")}
        </a>
      )}
    </nav>
  );
}
