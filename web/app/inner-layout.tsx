import "./inner-style.ts";
import { Form, type LoaderFunctionArgs, Outlet, useLoaderData, useLocation } from "react-router";
import { mayAnywhere } from "../../src/access/permissions.ts";
import { ROLE_NAMES } from "../../src/access/roles.ts";
import { useLanguage } from "../ui/language.ts";
import { Mantine } from "../ui/mantine.tsx";
import { useText } from "../ui/text.ts";
import { doorsOf } from "./doors.ts";
import { useHref } from "./link.ts";
import { Masthead, Menu } from "./masthead.tsx";
import type { NavItem } from "./nav.tsx";
import { usePage } from "./page-context.ts";
import { inLanguage, paths } from "./paths.ts";
import { useRootData } from "./root-data.ts";
import { Footer } from "./shell.tsx";
import { appWords } from "./words.ts";

/** Scripts run on these pages; without them every form still works. */
export const handle = { hydrates: true };

export async function loader(args: LoaderFunctionArgs) {
  const { actor, municipality, people, run } = doorsOf(args);
  // Elsewhere the name alone is shown, which costs no question to the database.
  const roles = municipality.demonstration && actor.kind === "person" ? await run(people.nameOwnRoles) : [];
  return {
    name: actor.kind === "stranger" ? null : actor.name,
    roles,
    seesPeople: mayAnywhere(actor, "person.read"),
    seesMoney: mayAnywhere(actor, "ledger.read"),
    seesRequests: mayAnywhere(actor, "request.read"),
    seesActs: mayAnywhere(actor, "act.read"),
    seesNews: mayAnywhere(actor, "news.read"),
    seesIndicators: mayAnywhere(actor, "indicator.read"),
    seesReports: mayAnywhere(actor, "report.read"),
    seesEvents: mayAnywhere(actor, "event.read"),
    seesRegister: mayAnywhere(actor, "association.read"),
    seesContests:
      mayAnywhere(actor, "contest.read") ||
      mayAnywhere(actor, "application.write") ||
      mayAnywhere(actor, "review.write"),
  };
}

export default function InnerLayout() {
  const t = useText(appWords);
  const language = useLanguage();
  const { name, roles, ...sees } = useLoaderData<typeof loader>();
  const { nonce } = usePage();
  const nav = useNav(name !== null, sees);
  const tools = name !== null && <Person name={name} />;
  const named = roles.map(({ role, subject }) => [ROLE_NAMES[role][language], subject].filter(Boolean).join(" — "));
  const seenAs = name === null ? undefined : t("seenAs", { name, roles: named.join("; ") || t("noRole") });
  return (
    <Mantine nonce={nonce}>
      <div className="inner">
        <Masthead nav={nav} tools={tools} seenAs={seenAs} />
        <main id="content" className="page" tabIndex={-1}>
          <Outlet />
        </main>
        <Footer>
          <Menu nav={nav} tools={tools} />
        </Footer>
      </div>
    </Mantine>
  );
}

function Person({ name }: { readonly name: string }) {
  const t = useText(appWords);
  const language = useLanguage();
  const href = useHref();
  return (
    <>
      <a className="person" href={href(paths.signIns)} title={t("ownSettings", { name })}>
        {name}
      </a>
      <Form method="post" action={inLanguage(paths.signOut, language)} reloadDocument>
        <button type="submit" className="link">
          {t("signOut")}
        </button>
      </Form>
    </>
  );
}

/** Which parts this person may see. */
type Seen = Readonly<
  Record<
    | "seesPeople"
    | "seesMoney"
    | "seesRequests"
    | "seesActs"
    | "seesNews"
    | "seesIndicators"
    | "seesReports"
    | "seesEvents"
    | "seesRegister"
    | "seesContests",
    boolean
  >
>;

function useNav(signedIn: boolean, sees: Seen): readonly NavItem[] {
  const {
    seesPeople,
    seesMoney,
    seesRequests,
    seesActs,
    seesNews,
    seesIndicators,
    seesReports,
    seesEvents,
    seesRegister,
    seesContests,
  } = sees;
  const t = useText(appWords);
  const href = useHref();
  const language = useLanguage();
  const { pathname } = useLocation();
  const slug = useRootData()?.slug;
  if (!signedIn) return [];
  const own = slug ? paths.programme(slug) : null;
  const item = (path: string, text: string, group?: string): NavItem => {
    const address = inLanguage(path, language);
    const current = pathname === address || (path !== own && pathname.startsWith(`${address}/`));
    return { href: href(path), text, current, ...(group !== undefined && { group }) };
  };
  const [programme, associations, happenings, management] = [
    t("programme"),
    t("associations"),
    t("happenings"),
    t("management"),
  ];
  return [
    { ...item(paths.desk, t("desk")), current: pathname === href(paths.desk) },
    item(paths.tasks, t("tasks")),
    item(paths.import, t("import"), programme),
    ...(slug
      ? [item(paths.draft(slug), t("draft"), programme), item(paths.programme(slug), t("inForce"), programme)]
      : []),
    ...(seesIndicators ? [item(paths.actuals(), t("indicators"), programme)] : []),
    ...(seesReports ? [item(paths.reports(), t("reports"), programme)] : []),
    ...(seesMoney ? [item(paths.money(), t("finance"))] : []),
    ...(seesRequests && !seesMoney ? [item(paths.requests(), t("requests"))] : []),
    ...(seesRegister
      ? [{ ...item(paths.registry, t("register"), associations), current: isOfRegister(pathname) }]
      : []),
    ...(seesRegister ? [item(paths.boundaries, t("boundaries"), associations)] : []),
    ...(seesActs
      ? [item(paths.registryActs, t("acts"), associations), item(paths.registryBodies, t("bodies"), associations)]
      : []),
    ...(seesNews ? [item(paths.newsroom, t("publications"), happenings)] : []),
    ...(seesEvents ? [item(paths.deskEvents(), t("events"), happenings)] : []),
    ...(seesContests ? [item(paths.deskContests, t("contests"), happenings)] : []),
    ...(seesPeople ? [item(paths.people, t("people"), management)] : []),
    item(paths.own, t("settings"), management),
  ];
}

/** Legal acts and the map stand under `/registry` too, and have their own item. */
function isOfRegister(pathname: string): boolean {
  return /\/registry(?:\/(?:associations|new|import|rules|settlements|officials)(?:\/.*)?)?$/.test(pathname);
}
