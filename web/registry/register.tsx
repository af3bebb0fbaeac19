import "./registry.css";
import { Button } from "@mantine/core";
import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { answer } from "../app/answer.ts";
import { doorsOf } from "../app/doors.ts";
import { useHref } from "../app/link.ts";
import { paths } from "../app/paths.ts";
import { requireSignedIn } from "../app/signed-in.ts";
import { useText } from "../ui/text.ts";
import { isNarrowed, readFilter, writeFilter } from "./filter.ts";
import { Pager } from "./parts/pager.tsx";
import { RegisterFilter } from "./parts/register-filter.tsx";
import { RegisterTable } from "./parts/register-table.tsx";
import { registryWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const filter = readFilter(new URL(args.request.url).searchParams);
  const page = await answer(doors, (ctx) => doors.registry.listRegister(ctx, filter));
  return { filter, page, mayKeep: doors.may("association.keep") };
}

/** The register for those who keep it, with what is to be mended. */
export default function Register() {
  const { filter, page } = useLoaderData<typeof loader>();
  const t = useText(registryWords);
  const href = useHref();
  const narrowed = isNarrowed(filter);
  const none = page.count === 0;
  const title = none ? t(narrowed ? "listNone" : "registerEmpty") : t("registerTitle", { count: page.count });
  const under = page.warned > 0 ? t("registerWarned", { count: page.warned }) : t("registerFine");
  return (
    <>
      <title>{title}</title>
      <h1>{title}</h1>
      <p className="under">{none ? t(narrowed ? "listNoneNext" : "registerEmptyNext") : under}</p>
      <Doing />
      {(!none || narrowed) && <RegisterFilter filter={filter} settlements={page.settlements} />}
      {!none && <RegisterTable rows={page.rows} />}
      <Pager at={(to) => href(paths.registry) + writeFilter(filter, to)} page={page.page} pages={page.pages} />
      {!none && (
        <p className="links">
          <span className="soft">{t("filesWhole")}</span>
          <a href={href(paths.registerFile("xlsx")) + writeFilter(filter)}>XLSX</a>
          <a href={href(paths.registerFile("csv")) + writeFilter(filter)}>CSV</a>
        </p>
      )}
    </>
  );
}

function Doing() {
  const { mayKeep } = useLoaderData<typeof loader>();
  const t = useText(registryWords);
  const href = useHref();
  return (
    <div className="buttons main-action">
      {mayKeep && (
        <>
          <Button component="a" href={href(paths.associationImport)}>
            {t("upload")}
          </Button>
          <Button component="a" variant="outline" href={href(paths.newAssociation)}>
            {t("enter")}
          </Button>
        </>
      )}
      <a href={href(paths.settlements)}>{t("settlementsLink")}</a>
      <a href={href(paths.officials)}>{t("officialsLink")}</a>
      <a href={href(paths.quorumRules)}>{t("rules")}</a>
    </div>
  );
}
