import type { ReactNode } from "react";
import { useLocation, useParams } from "react-router";
import { useLanguage } from "../ui/language.ts";
import { useText } from "../ui/text.ts";
import { useHref } from "./link.ts";
import { Masthead, Menu } from "./masthead.tsx";
import type { NavItem } from "./nav.tsx";
import { inLanguage, paths } from "./paths.ts";
import { useRootData } from "./root-data.ts";
import { appWords } from "./words.ts";

/** Strip, header, content and footer of a page that anybody reads. */
export function PublicShell({ children }: { readonly children: ReactNode }) {
  const t = useText(appWords);
  const href = useHref();
  const nav = useNav();
  const signIn = <a href={href(paths.signIn)}>{t("signIn")}</a>;
  return (
    <>
      <Masthead nav={nav} tools={signIn} />
      <main id="content" className="page" tabIndex={-1}>
        {children}
      </main>
      <Footer>
        <Menu nav={nav} tools={signIn} />
      </Footer>
    </>
  );
}

/** The pages of the programme that the address names, else of the newest one. */
function useNav(): readonly NavItem[] {
  const t = useText(appWords);
  const href = useHref();
  const { slug: named } = useParams();
  const { pathname } = useLocation();
  const language = useLanguage();
  const newest = useRootData()?.slug;
  const slug = named ?? newest;
  const own = slug ? paths.programme(slug) : null;
  const item = (path: string, text: string, group?: string): NavItem => {
    const address = inLanguage(path, language);
    const current = pathname === address || (path !== own && pathname.startsWith(`${address}/`));
    return { href: href(path), text, current, ...(group !== undefined && { group }) };
  };
  const calendar = item(paths.events(), t("calendar"));
  if (!slug || own === null) return [calendar];
  return [
    item(own, t("programme")),
    item(paths.indicators(slug), t("indicators")),
    item(paths.activities(slug), t("activities")),
    item(paths.finance(slug), t("planned"), t("finance")),
    item(paths.spending(slug), t("spending"), t("finance")),
    calendar,
    item(paths.contests, t("contests")),
    item(paths.associations, t("associations")),
    item(paths.findings(slug), t("findings"), t("document")),
    item(paths.editions(slug), t("editions"), t("document")),
  ];
}

export function Footer({ children }: { readonly children: ReactNode }) {
  const t = useText(appWords);
  const href = useHref();
  return (
    <footer className="footer">
      <div className="page">
        <p className="soft">{t("footer")}</p>
        {children}
        <ul>
          <li>
            <a href={href(paths.news)}>{t("news")}</a>
          </li>
          <li>
            <a href={href(paths.acts)}>{t("acts")}</a>
          </li>
          <li>
            <a href={href(paths.bodies)}>{t("bodies")}</a>
          </li>
          <li>
            <a href={href(paths.accessibility)}>{t("accessibility")}</a>
          </li>
          <li>
            <a href={href(paths.privacy)}>{t("privacy")}</a>
          </li>
        </ul>
      </div>
    </footer>
  );
}
