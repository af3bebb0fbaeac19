import { useLocation } from "react-router";
import { mayAnywhere } from "../../../src/access/permissions.ts";
import type { Actor } from "../../../src/kernel/context.ts";
import { useHref } from "../../app/link.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { settingsWords } from "./words.ts";

/** The pages of settings that this person may open; each loader tells its page. */
export interface SettingsTabs {
  readonly municipality: boolean;
  readonly personalData: boolean;
  readonly mail: boolean;
  readonly trail: boolean;
}

export function listTabs(actor: Actor): SettingsTabs {
  return {
    municipality: mayAnywhere(actor, "municipality.change"),
    personalData: mayAnywhere(actor, "personal.oversee"),
    mail: mayAnywhere(actor, "mail.read"),
    trail: mayAnywhere(actor, "trail.read"),
  };
}

/** The settings beside this one. */
export function SettingsNav({ tabs }: { readonly tabs: SettingsTabs }) {
  const t = useText(settingsWords);
  const href = useHref();
  const language = useLanguage();
  const { pathname } = useLocation();
  const items = [
    { path: paths.own, text: t("own"), shown: true },
    { path: paths.signIns, text: t("signIns"), shown: true, parts: [paths.account, paths.ownFactor] },
    { path: paths.municipality, text: t("municipality"), shown: tabs.municipality },
    { path: paths.personalData, text: t("personalData"), shown: tabs.personalData },
    { path: paths.mail, text: t("mail"), shown: tabs.mail },
    { path: paths.trail(), text: t("trail"), shown: tabs.trail },
  ].filter(({ shown }) => shown);
  return (
    <nav className="tabs" aria-label={t("settings")}>
      {items.map(({ path, text, parts = [] }) => (
        <a
          key={path}
          href={href(path)}
          aria-current={[path, ...parts].some((one) => pathname === inLanguage(one, language)) ? "page" : undefined}
        >
          {text}
        </a>
      ))}
    </nav>
  );
}
