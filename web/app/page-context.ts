import { createContext, useContext } from "react";

/** What the server alone knows of a page while it renders it. */
export interface PageContext {
  /** The style sheet written into a page without scripts; null where the page links its style. */
  readonly style: string | null;
  readonly hydrates: boolean;
  readonly nonce: string | undefined;
  readonly requestId: string | null;
}

/** In the browser only hydrated pages render, and their style is linked. */
const IN_BROWSER: PageContext = { style: null, hydrates: true, nonce: undefined, requestId: null };

const context = createContext<PageContext>(IN_BROWSER);

export const PageProvider = context.Provider;

export function usePage(): PageContext {
  return useContext(context);
}
