import type { ReactNode } from "react";
import { useText } from "../../ui/text.ts";
import { chartWords } from "./words.ts";

/** The table of a picture, folded away. */
export function TableBelow({ children }: { readonly children: ReactNode }) {
  const t = useText(chartWords);
  return (
    <details className="fold">
      <summary>{t("table")}</summary>
      {children}
    </details>
  );
}
