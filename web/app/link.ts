import { useLanguage } from "../ui/language.ts";
import { inLanguage } from "./paths.ts";

/** Makes an address in the page's own language. */
export function useHref(): (path: string) => string {
  const language = useLanguage();
  return (path) => inLanguage(path, language);
}
