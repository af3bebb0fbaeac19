import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useText } from "../../ui/text.ts";
import { programmeWords } from "../words.ts";

/** Before the first edition: what will appear here and how to begin. */
export function EmptyHome() {
  const t = useText(programmeWords);
  const href = useHref();
  return (
    <div className="prose">
      <title>{t("emptyTitle")}</title>
      <h1>{t("emptyTitle")}</h1>
      <p className="lead">{t("emptyLead")}</p>
      <p>{t("emptyNext")}</p>
      <p>
        <a href={href(paths.signIn)}>{t("emptySignIn")}</a>
      </p>
    </div>
  );
}
