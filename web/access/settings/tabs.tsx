import { useLocation } from "react-router";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useText } from "../../ui/text.ts";
import { accessWords } from "../words.ts";
import { SettingsNav, type SettingsTabs } from "./settings-nav.tsx";

const PAGES = [
  [paths.signIns, "signIns"],
  [paths.account, "account"],
  [paths.ownFactor, "factor"],
] as const;

/** The pages about one's own sign-in, under the row of all settings. */
export function SignInTabs({ tabs }: { readonly tabs: SettingsTabs }) {
  const t = useText(accessWords);
  const href = useHref();
  const { pathname } = useLocation();
  return (
    <>
      <SettingsNav tabs={tabs} />
      <nav className="tabs" aria-label={t("settings")}>
        {PAGES.map(([path, key]) => (
          <a key={key} href={href(path)} aria-current={pathname === href(path) ? "page" : undefined}>
            {t(key)}
          </a>
        ))}
      </nav>
    </>
  );
}
