import type { ReactNode } from "react";
import { useLocation } from "react-router";
import { useLanguage } from "../ui/language.ts";
import { Sign } from "../ui/sign.tsx";
import { useText } from "../ui/text.ts";
import { DemonstrationStrip } from "./demonstration-strip.tsx";
import { joinBase, useBase, useHref } from "./link.ts";
import { FoldedNav, groupNav, type NavItem } from "./nav.tsx";
import { otherLanguage, paths } from "./paths.ts";
import { useRootData } from "./root-data.ts";
import { appWords } from "./words.ts";

interface MastheadProps {
  readonly nav: readonly NavItem[];
  readonly tools: ReactNode;
  /** As whom somebody signed in looks, in words. */
  readonly seenAs?: string | undefined;
}

/** The strip that names invented data, the sign, who and where one is, and the pages beside this one. */
export function Masthead({ nav, tools, seenAs }: MastheadProps) {
  const t = useText(appWords);
  const href = useHref();
  const root = useRootData();
  const base = useBase();
  const mark = root?.municipality.logoHash;
  return (
    <header>
      <a className="skip" href="#content">
        {t("skip")}
      </a>
      {root?.municipality.demonstration && <DemonstrationStrip seenAs={seenAs} />}
      <div className="masthead">
        <div className="page">
          <a className="brand" href={href(paths.home)}>
            {mark ? <img src={`${base}/marks/${mark.slice(0, 12)}.webp`} alt="" width="40" height="40" /> : <Sign />}
            <span>{t("name")}</span>
            <small lang="ru">{root?.municipality.name}</small>
          </a>
          <a className="menu-link" href="#menu">
            {t("menu")}
          </a>
          <div className="tools">
            <LanguageSwitch />
            {tools}
          </div>
          {nav.length > 0 && <FoldedNav items={nav} />}
        </div>
      </div>
    </header>
  );
}

/** The same pages once more at the foot: on a phone «Меню» leads there. */
export function Menu({ nav, tools }: { readonly nav: readonly NavItem[]; readonly tools: ReactNode }) {
  const t = useText(appWords);
  return (
    <nav id="menu" className="menu" aria-label={t("menu")}>
      <ul>
        {groupNav(nav).map(({ name, items }) => (
          <li key={name}>
            {items.length > 1 && <span className="soft">{name}</span>}
            {items.map((item) => (
              <a key={item.href} href={item.href} aria-current={item.current ? "page" : undefined}>
                {item.text}
              </a>
            ))}
          </li>
        ))}
        <li>
          <LanguageSwitch />
        </li>
        <li>{tools}</li>
      </ul>
    </nav>
  );
}

export function LanguageSwitch() {
  const language = useLanguage();
  const { pathname, search } = useLocation();
  const base = useBase();
  const other = language === "ru" ? "en" : "ru";
  return (
    <a href={joinBase(base, `${otherLanguage(pathname)}${search}`)} lang={other} hrefLang={other}>
      {other === "en" ? "English" : "Русский"}
    </a>
  );
}
