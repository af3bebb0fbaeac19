import { useEffect, useState } from "react";
import { useBase, useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useText } from "../../ui/text.ts";
import { isUnsent } from "./device/mark.ts";
import { keepOffline } from "./device/offline.ts";
import { clearOver, openDevice, readMarks, type Sheet } from "./device/store.ts";
import { sheetWords } from "./words.ts";

interface Kept extends Sheet {
  readonly unsent: number;
}

/** The sheets that this device keeps; where the installed page begins. */
export default function Sheets() {
  const t = useText(sheetWords);
  const href = useHref();
  const base = useBase();
  const scope = href(paths.sheets);
  const [sheets, setSheets] = useState<readonly Kept[] | "none" | null>(null);
  useEffect(() => {
    readSheets(base).then(setSheets, () => setSheets("none"));
    void keepOffline(scope);
  }, [base, scope]);
  return (
    <>
      <title>{t("sheets")}</title>
      <h1>{t("sheets")}</h1>
      <noscript>
        <p className="notice">{t("needsScript")}</p>
      </noscript>
      {sheets === "none" && <p className="notice">{t("noDevice")}</p>}
      {sheets !== null && sheets !== "none" && (
        <>
          <p>{sheets.length === 0 ? t("sheetsNone") : t("sheetsLead")}</p>
          <ul className="people">
            {sheets.map(({ id, title, when, unsent }) => (
              <li key={id}>
                <span>
                  <a href={href(paths.sheet(id))}>{title}</a> <small className="soft">{when}</small>
                </span>
                <span>{unsent > 0 ? t("waiting", { count: unsent }) : t("allSent")}</span>
              </li>
            ))}
          </ul>
          <p className="note">{t("install")}</p>
        </>
      )}
      <p className="links">
        <a href={href(paths.deskEvents())}>{t("toEvents")}</a>
      </p>
    </>
  );
}

async function readSheets(base: string): Promise<readonly Kept[]> {
  const device = await openDevice(base);
  await clearOver(device);
  const sheets = await device.getAll("sheets");
  return Promise.all(
    sheets.map(async (sheet) => ({
      ...sheet,
      unsent: (await readMarks(device, sheet.id)).filter(isUnsent).length,
    })),
  );
}
