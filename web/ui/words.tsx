import { useLanguage } from "./language.ts";
import { tie } from "./typography.ts";

/** The document's own words: always Russian, and said to be so on a page in another language. */
export function Words({ children }: { readonly children: string }) {
  const language = useLanguage();
  const text = tie(children.trim(), "ru");
  return language === "ru" ? text : <span lang="ru">{text}</span>;
}
