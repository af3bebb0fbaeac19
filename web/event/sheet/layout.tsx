import "../../ui/style/page.css";
import "../../ui/style/inner.css";
import "../../ui/style/mantine.css";
import "../../ui/style/desk.css";
import "../../ui/style/attendance.css";
import { Outlet } from "react-router";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { Sign } from "../../ui/sign.tsx";
import { useText } from "../../ui/text.ts";
import { sheetWords } from "./words.ts";

/** Scripts run here; nothing but them is needed, so that the pages stay light and can be kept on a device. */
export const handle = { hydrates: true };

/** Around the sheets: little, since a phone at a door has little room, and no name of who works. */
export default function SheetLayout() {
  const t = useText(sheetWords);
  const href = useHref();
  return (
    <div className="inner sheet">
      <link rel="manifest" href={href(`${paths.sheets}manifest.webmanifest`)} />
      <header className="masthead">
        <div className="page">
          <a className="brand" href={href(paths.sheets)}>
            <Sign />
            <span>{t("sheets")}</span>
          </a>
        </div>
      </header>
      <main id="content" className="page" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
