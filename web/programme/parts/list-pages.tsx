import { useHref } from "../../app/link.ts";
import { formatCount } from "../../ui/format.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { type ListPage, PAGE_SIZE } from "../view/pages.ts";
import { programmeWords } from "../words.ts";

interface Props {
  readonly page: ListPage;
  /** The list's first page, without language and edition. */
  readonly path: string;
}

/** Which lines of a long list are shown, and the ways to those before and after them. */
export function ListPages({ page, path }: Props) {
  const t = useText(programmeWords);
  const language = useLanguage();
  const href = useHref();
  if (page.pages === 1) return null;
  const first = href(path);
  const addressOf = (number: number) =>
    number === 1 ? first : `${first}${first.includes("?") ? "&" : "?"}page=${number}`;
  const count = (number: number) => formatCount(number, language);
  const words = (number: number) => ({
    first: count((number - 1) * PAGE_SIZE + 1),
    last: count(Math.min(number * PAGE_SIZE, page.count)),
  });
  return (
    <nav className="links" aria-label={t("listPages")}>
      <span className="soft">{t("listShown", { ...words(page.number), count: count(page.count) })}</span>
      {page.number > 1 && <a href={addressOf(page.number - 1)}>{t("listPrevious", words(page.number - 1))}</a>}
      {page.number < page.pages && <a href={addressOf(page.number + 1)}>{t("listNext", words(page.number + 1))}</a>}
      {page.pages > 2 && (
        <ol>
          {Array.from({ length: page.pages }, (_, at) => at + 1).map((number) => (
            <li key={number}>
              <a href={addressOf(number)} aria-current={number === page.number ? "page" : undefined}>
                {number}
              </a>
            </li>
          ))}
        </ol>
      )}
    </nav>
  );
}
