import { useLocation } from "react-router";
import type { Language } from "../../src/kernel/refusal.ts";

export type { Language } from "../../src/kernel/refusal.ts";

/** The page's address names its language: English under `/en`, Russian elsewhere. */
export function languageOf(pathname: string): Language {
  return pathname === "/en" || pathname.startsWith("/en/") ? "en" : "ru";
}

export function useLanguage(): Language {
  return languageOf(useLocation().pathname);
}
