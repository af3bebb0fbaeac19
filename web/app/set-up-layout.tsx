import "./inner-style.ts";
import { Outlet } from "react-router";
import { Mantine } from "../ui/mantine.tsx";
import { Sign } from "../ui/sign.tsx";
import { useText } from "../ui/text.ts";
import { LanguageSwitch } from "./masthead.tsx";
import { usePage } from "./page-context.ts";
import { appWords } from "./words.ts";

/** Without scripts the form works as well. */
export const handle = { hydrates: true };

/** Around the page of the first start: there is nothing else to go to yet. */
export default function SetUpLayout() {
  const t = useText(appWords);
  const { nonce } = usePage();
  return (
    <Mantine nonce={nonce}>
      <div className="inner">
        <header className="masthead">
          <div className="page">
            <span className="brand">
              <Sign />
              <span>{t("name")}</span>
            </span>
            <div className="tools shown">
              <LanguageSwitch />
            </div>
          </div>
        </header>
        <main id="content" className="page" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
    </Mantine>
  );
}
