import { useLocation } from "react-router";
import { useLanguage } from "../ui/language.ts";
import { keepEdition } from "./edition-link.ts";
import { inLanguage } from "./paths.ts";

/** Makes an address in the page's own language and, within a programme, of the edition that the page shows. */
export function useHref(): (path: string) => string {
  const language = useLanguage();
  const at = useLocation();
  return (path) => inLanguage(keepEdition(path, at), language);
}
