import { Button } from "@mantine/core";
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { useHref } from "../../app/link.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { formatDate } from "../../ui/dates.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { readTyped, runFor } from "../parts/act.ts";
import { SettlementFields, settlementFieldOf } from "./settlement-fields.tsx";
import { groundWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const rows = await doors.run((ctx) => doors.registry.listEverySettlement(ctx));
  return { rows, mayKeep: doors.may("settlement.keep") };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const { name = "", oktmo = "" } = readTyped(form);
  const { refused } = await runFor(doors, form, (ctx) => doors.registry.addSettlement(ctx, { name, oktmo }));
  return refused ?? redirect(inLanguage(paths.settlements, doors.language));
}

/** The settlements of the municipality, and how to enter one. */
export default function Settlements() {
  const { rows, mayKeep } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useText(groundWords);
  return (
    <>
      <title>{t("settlements")}</title>
      <Crumbs above={[{ path: paths.registry, text: t("register") }]} here={t("settlements")} />
      <h1>{t(rows.length === 0 ? "settlementsNone" : "settlements")}</h1>
      <p className="under">{t(rows.length === 0 ? "settlementsNoneNext" : "settlementsUnder")}</p>
      {mayKeep && rows.length > 0 && (
        <p className="links">
          <a href="#new">{t("settlementAdd")}</a>
        </p>
      )}
      {rows.length > 0 && <Table />}
      {mayKeep && (
        <section className="part narrow" id="new">
          <h2>{t("settlementAdd")}</h2>
          <ErrorSummary
            title={t("problem")}
            errors={refused ? [{ field: settlementFieldOf(refused.code), sentence: refused.sentence }] : []}
          />
          <Form method="post" className="form" key={rows.length}>
            <SettlementFields values={refused?.typed ?? {}} />
            <Button type="submit">{t("settlementAdd")}</Button>
          </Form>
        </section>
      )}
    </>
  );
}

function Table() {
  const { rows, mayKeep } = useLoaderData<typeof loader>();
  const t = useText(groundWords);
  const href = useHref();
  const language = useLanguage();
  return (
    <FigureTable
      name={t("settlements")}
      columns={[
        { key: "name", head: t("settlementName") },
        { key: "oktmo", head: t("oktmo"), label: t("oktmo") },
        { key: "state", head: t("state"), label: t("state") },
      ]}
      rows={rows.map(({ id, name, oktmo, endedOn }) => ({
        key: id,
        cells: {
          name: mayKeep ? (
            <a href={href(paths.settlementForm(id))}>
              <Words>{name}</Words>
            </a>
          ) : (
            <Words>{name}</Words>
          ),
          oktmo: oktmo ?? "—",
          state: endedOn === null ? t("inForce") : t("endedSince", { date: formatDate(endedOn, language) }),
        },
      }))}
    />
  );
}
