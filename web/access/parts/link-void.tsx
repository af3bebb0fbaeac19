import type { ReactNode } from "react";
import { useText } from "../../ui/text.ts";
import { accessWords } from "../words.ts";

/** A link of a letter that opens nothing, and what to do instead. */
export function LinkVoid({ children }: { readonly children: ReactNode }) {
  const t = useText(accessWords);
  return (
    <div className="narrow">
      <title>{t("voidTitle")}</title>
      <h1>{t("voidTitle")}</h1>
      <p className="under">{t("voidLead")}</p>
      <p>{children}</p>
    </div>
  );
}

/** What a link of a letter did. */
export function LinkDone({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <div className="narrow">
      <title>{title}</title>
      <h1>{title}</h1>
      <p role="status">{text}</p>
      <p>{children}</p>
    </div>
  );
}
