import cyrillic from "@fontsource/golos-text/files/golos-text-cyrillic-400-normal.woff2?url";
import type { ReactNode } from "react";
import { Links, type LoaderFunctionArgs, Outlet, Scripts, useLocation } from "react-router";
import { useLanguage } from "../ui/language.ts";
import { doorsOf, setUpOf } from "./doors.ts";
import icon from "./icon.svg?url";
import { joinBase, useBase } from "./link.ts";
import { usePage } from "./page-context.ts";
import { otherLanguage } from "./paths.ts";
import { NO_MUNICIPALITY, type RootData } from "./root-data.ts";
import { ListenEarly, useTypedEarly } from "./typed-early.tsx";

export { ErrorPage as ErrorBoundary } from "./error-page.tsx";

/** What every page shows around its content. */
export async function loader(args: LoaderFunctionArgs): Promise<RootData> {
  if (setUpOf(args)) return NO_MUNICIPALITY;
  const { access, municipality, programme, run } = doorsOf(args);
  const { name, timeZone, demonstration, logoHash } = municipality;
  const card = { name, timeZone, demonstration, logoHash };
  return run(async (ctx) => {
    const [latest] = await programme.listProgrammes(ctx);
    const people = demonstration ? await access.listDemonstrationDoors(ctx) : [];
    return { municipality: card, demonstration: people, slug: latest?.slug ?? null };
  });
}

export function Layout({ children }: { readonly children: ReactNode }) {
  const page = usePage();
  const language = useLanguage();
  const { pathname } = useLocation();
  const base = useBase();
  return (
    <html lang={language} data-mantine-color-scheme={page.style === null ? "light" : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {page.hydrates && <ListenEarly />}
        {page.style && <style>{page.style}</style>}
        <link rel="preload" href={cyrillic} as="font" type="font/woff2" crossOrigin="anonymous" />
        <link rel="icon" href={icon} type="image/svg+xml" />
        <link
          rel="alternate"
          hrefLang={language === "ru" ? "en" : "ru"}
          href={joinBase(base, otherLanguage(pathname))}
        />
        {page.style === null && <Links {...(page.nonce && { nonce: page.nonce })} />}
      </head>
      <body>
        {children}
        {page.hydrates && <Scripts />}
      </body>
    </html>
  );
}

export default function App() {
  useTypedEarly();
  return <Outlet />;
}
