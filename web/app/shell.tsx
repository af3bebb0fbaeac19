import type { ReactNode } from "react";
import { useLocation, useParams } from "react-router";
import { useText } from "../ui/text.ts";
import { useHref } from "./link.ts";
import { Masthead, Menu, type NavItem } from "./masthead.tsx";
import { paths } from "./paths.ts";
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
  const newest = useRootData()?.slug;
  const slug = named ?? newest;
  if (!slug) return [];
  const own = href(paths.programme(slug));
  const item = (address: string, text: string): NavItem => {
    const current = pathname === address || (address !== own && pathname.startsWith(`${address}/`));
    return { href: address, text, current };
  };
  return [
    item(own, t("programme")),
    item(href(paths.indicators(slug)), t("indicators")),
    item(href(paths.activities(slug)), t("activities")),
    item(href(paths.finance(slug)), t("finance")),
    item(href(paths.findings(slug)), t("findings")),
    item(href(paths.editions(slug)), t("editions")),
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
