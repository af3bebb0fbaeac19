import { Button } from "@mantine/core";
import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { Facts } from "../../ui/facts.tsx";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { Result, Uncapped } from "../parts/result.tsx";
import { TermTable } from "../parts/term-table.tsx";
import { reportWords } from "../words.ts";
import { methodWords } from "./words.ts";
import { YearTabs } from "./year-tabs.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const year = new URL(args.request.url).searchParams.get("year") ?? doors.today.slice(0, 4);
  const key = args.params.key ?? "";
  return { page: await answer(doors, (ctx) => doors.reports.getMethodPage(ctx, { key, year })) };
}

/** A method: how it is reckoned, with every term of what it gives of a year. */
export default function MethodPage() {
  const { page } = useLoaderData<typeof loader>();
  const t = useText(methodWords);
  const reports = useText(reportWords);
  const href = useHref();
  const { card, assessed, year, years, lines, mayWrite } = page;
  const { method, key, isOwn } = card;
  const title = reports("method", { name: method.name });
  const names = new Map(lines.map(({ id, name }) => [id, name]));
  return (
    <>
      <title>{title}</title>
      <Crumbs
        above={[
          { path: paths.reports(year), text: reports("reports") },
          { path: paths.methods(year), text: t("methods") },
        ]}
        here={method.name}
      />
      <h1>
        <Words>{title}</Words>
      </h1>
      <About />
      {mayWrite && (
        <p className="buttons main-action">
          <Button component="a" variant="outline" href={href(paths.newMethod({ from: key, year: String(year) }))}>
            {t("makeOwn")}
          </Button>
          {isOwn && (
            <Button component="a" href={href(paths.editMethod(key))}>
              {t("edit")}
            </Button>
          )}
        </p>
      )}
      <YearTabs years={years} year={year} path={(own) => paths.method(key, own)} />
      {assessed && (
        <section className="part">
          <h2>{t("formula")}</h2>
          <TermTable own={assessed} names={names} />
          <Result own={assessed} year={year} />
          <Uncapped own={assessed} names={names} year={year} />
        </section>
      )}
      <Bands />
    </>
  );
}

function About() {
  const { page } = useLoaderData<typeof loader>();
  const t = useText(methodWords);
  const { card } = page;
  const { method, isOwn, version, reason } = card;
  const addresses = method.source.addresses.map((address) => (
    <div key={address}>
      <a href={address} rel="noreferrer">
        {new URL(address).host}
      </a>
    </div>
  ));
  const checks = method.unverified.map((what) => (
    <div key={what}>
      <Words>{what}</Words>
    </div>
  ));
  return (
    <Facts
      items={[
        [t("source"), <Words key="act">{method.source.act}</Words>],
        [t("name"), isOwn ? t("own", { version }) : t("preset")],
        [t("reason"), reason],
        [t("addresses"), addresses.length > 0 && addresses],
        [t("checks"), checks.length > 0 && checks],
      ]}
    />
  );
}

function Bands() {
  const { page } = useLoaderData<typeof loader>();
  const t = useText(methodWords);
  const { bands } = page.card.method;
  if (bands.length === 0) return null;
  return (
    <section className="part">
      <h2>{t("bands")}</h2>
      <Facts
        items={bands.map(({ name, from, open, consequence }) => {
          const edge = from?.replace(".", ",") ?? "";
          const said = from === null ? t("bandRest") : t(open ? "bandOpen" : "bandFrom", { from: edge });
          return [name, consequence ? `${said}. ${consequence}` : said] as const;
        })}
      />
    </section>
  );
}
