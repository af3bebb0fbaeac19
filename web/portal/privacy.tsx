import { Crumbs } from "../app/crumbs.tsx";
import { appWords } from "../app/words.ts";
import { useText } from "../ui/text.ts";
import { portalWords } from "./words.ts";

const PARTS = [
  { heading: "privacyVisitors", points: ["privacyNoCookies", "privacyLog"] },
  { heading: "privacyStaff", points: ["privacyAccount", "privacySession", "privacyTrail"] },
  { heading: "privacyDocument", points: ["privacyDocumentText"] },
] as const;

export default function Privacy() {
  const t = useText(portalWords);
  const name = useText(appWords)("privacy");
  return (
    <>
      <title>{t("privacy")}</title>
      <Crumbs above={[]} here={name} />
      <div className="prose">
        <h1>{t("privacy")}</h1>
        <p className="lead">{t("privacyLead")}</p>
        {PARTS.map((part) => (
          <section key={part.heading} className="prose">
            <h2>{t(part.heading)}</h2>
            <ul className="points">
              {part.points.map((key) => (
                <li key={key}>{t(key)}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
