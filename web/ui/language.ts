import { useLocation } from "react-router";
import type { Language } from "../../src/kernel/refusal.ts";

export type { Language } from "../../src/kernel/refusal.ts";

/** The page's address names its language: English under `/en`, Russian elsewhere; a municipality of its own, `/m/<slug>`, may stand before it. */
export function languageOf(pathname: string): Language {
  return /^(?:\/m\/[a-z0-9-]+)?\/en(?:[/.]|$)/.test(pathname) ? "en" : "ru";
}

export function useLanguage(): Language {
  return languageOf(useLocation().pathname);
}
