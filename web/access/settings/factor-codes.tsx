import { useText } from "../../ui/text.ts";
import { accessWords } from "../words.ts";
import { ProveForm } from "./factor-app.tsx";
import type { Factor } from "./factor-data.ts";

/** Backup codes, in sight this once. */
export function NewCodes({ codes }: { readonly codes: readonly string[] }) {
  const t = useText(accessWords);
  return (
    <section className="callout" aria-labelledby="new-codes">
      <h2 id="new-codes">{t("codesShown")}</h2>
      <p>{t("codesNote")}</p>
      <ul className="backup-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How many are left, and new ones. */
export function CodesPart({ factor }: { readonly factor: Factor }) {
  const t = useText(accessWords);
  return (
    <section className="part narrow">
      <h2>{t("codes")}</h2>
      <p>{t("codesLeft", { count: factor.codesLeft })}</p>
      <ProveForm factor={factor} intent="renew" label={t("codesRenew")} />
    </section>
  );
}
