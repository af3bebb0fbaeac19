import { Crumbs } from "../app/crumbs.tsx";
import { appWords } from "../app/words.ts";
import { useText } from "../ui/text.ts";
import { portalWords } from "./words.ts";

const DONE = [
  "accessibilityNoScript",
  "accessibilityKeyboard",
  "accessibilityContrast",
  "accessibilityColour",
  "accessibilityTables",
  "accessibilityZoom",
] as const;
const MISSING = ["accessibilityDocument", "accessibilityCheck"] as const;

export default function Accessibility() {
  const t = useText(portalWords);
  const name = useText(appWords)("accessibility");
  return (
    <>
      <title>{t("accessibility")}</title>
      <Crumbs above={[]} here={name} />
      <div className="prose">
        <h1>{t("accessibility")}</h1>
        <p className="lead">{t("accessibilityLead")}</p>
        <h2>{t("accessibilityDone")}</h2>
        <ul className="points">
          {DONE.map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
        <h2>{t("accessibilityMissing")}</h2>
        <ul className="points">
          {MISSING.map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
      </div>
    </>
  );
}
