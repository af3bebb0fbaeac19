import { data, type LoaderFunctionArgs } from "react-router";
import { Crumbs } from "../app/crumbs.tsx";
import { doorsOf } from "../app/doors.ts";
import { appWords } from "../app/words.ts";
import { useText } from "../ui/text.ts";
import { capitalise } from "../ui/typography.ts";
import { portalWords } from "./words.ts";

/** There is nothing to begin where one's own programme runs already. */
export function loader(args: LoaderFunctionArgs) {
  if (!doorsOf(args).municipality.demonstration) throw data(null, { status: 404 });
  return null;
}

const STEPS = ["ownStop", "ownStart", "ownSetUp", "ownCoordinator", "ownImport"] as const;

/** How to get from the demonstration to an installation of one's own. */
export default function OwnProgramme() {
  const t = useText(portalWords);
  const name = capitalise(useText(appWords)("ownProgramme"));
  return (
    <>
      <title>{t("ownTitle")}</title>
      <Crumbs above={[]} here={name} />
      <div className="prose">
        <h1>{t("ownTitle")}</h1>
        <p className="lead">{t("ownLead")}</p>
        <ol className="steps">
          {STEPS.map((key) => (
            <li key={key}>
              {t(key)}
              {key === "ownStart" && (
                <pre>
                  <code>npm start -- --empty</code>
                </pre>
              )}
            </li>
          ))}
        </ol>
        <h2>{t("ownKeptTitle")}</h2>
        <p>{t("ownKept")}</p>
        <h2>{t("ownOthersTitle")}</h2>
        <p>{t("ownOthers")}</p>
      </div>
    </>
  );
}
