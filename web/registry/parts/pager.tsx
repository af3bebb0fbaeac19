import { useText } from "../../ui/text.ts";
import { registryWords } from "../words.ts";

interface Props {
  /** The address of a page. */
  readonly at: (page: number) => string;
  readonly page: number;
  readonly pages: number;
}

/** The pages before and behind this one. */
export function Pager({ at, page, pages }: Props) {
  const t = useText(registryWords);
  if (pages <= 1) return null;
  return (
    <nav className="links" aria-label={t("pages")}>
      <span className="soft">{t("page", { page, pages })}</span>
      {page > 1 && (
        <a href={at(page - 1)} rel="prev">
          {t("previous")}
        </a>
      )}
      {page < pages && (
        <a href={at(page + 1)} rel="next">
          {t("next")}
        </a>
      )}
    </nav>
  );
}
