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
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { readTyped, runFor } from "../parts/act.ts";
import { OfficialFields, officialFieldOf } from "./official-fields.tsx";
import { groundWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const rows = await doors.run((ctx) => doors.registry.listOfficials(ctx));
  return { rows, today: doors.today, mayKeep: doors.may("official.keep") };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const { refused } = await runFor(doors, form, (ctx) => doors.registry.addOfficial(ctx, readTyped(form)));
  return refused ?? redirect(inLanguage(paths.officials, doors.language));
}

/** Who holds meetings and receptions, and how to enter one. */
export default function Officials() {
  const { rows, mayKeep } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useText(groundWords);
  return (
    <>
      <title>{t("officials")}</title>
      <Crumbs above={[{ path: paths.registry, text: t("register") }]} here={t("officials")} />
      <h1>{t(rows.length === 0 ? "officialsNone" : "officials")}</h1>
      <p className="under">{t(rows.length === 0 ? "officialsNoneNext" : "officialsUnder")}</p>
      {mayKeep && rows.length > 0 && (
        <p className="links">
          <a href="#new">{t("officialAdd")}</a>
        </p>
      )}
      {rows.length > 0 && <Table />}
      {mayKeep && (
        <section className="part narrow wider" id="new">
          <h2>{t("officialAdd")}</h2>
          <ErrorSummary
            title={t("problem")}
            errors={refused ? [{ field: officialFieldOf(refused.code), sentence: refused.sentence }] : []}
          />
          <Form method="post" className="form" key={rows.length}>
            <OfficialFields values={refused?.typed ?? {}} />
            <Button type="submit">{t("officialAdd")}</Button>
          </Form>
        </section>
      )}
    </>
  );
}

function Table() {
  const { rows, today, mayKeep } = useLoaderData<typeof loader>();
  const t = useText(groundWords);
  const href = useHref();
  const language = useLanguage();
  return (
    <FigureTable
      name={t("officials")}
      columns={[
        { key: "name", head: t("name") },
        { key: "office", head: t("office"), label: t("office") },
        { key: "term", head: t("term"), label: t("term") },
        { key: "state", head: t("state"), label: t("state") },
      ]}
      rows={rows.map(({ id, name, kind, office, since, until }) => ({
        key: id,
        cells: {
          name: (
            <>
              {mayKeep ? (
                <a href={href(paths.official(id))}>
                  <Words>{name}</Words>
                </a>
              ) : (
                <Words>{name}</Words>
              )}
              <span className="note place">{t(`kind_${kind}`)}</span>
            </>
          ),
          office: <Words>{office}</Words>,
          term: sayTerm(since, until),
          state: <TermMark since={since} until={until} today={today} />,
        },
      }))}
    />
  );

  function sayTerm(since: string, until: string | null): string {
    const [from, to] = [formatDate(since, language), until === null ? null : formatDate(until, language)];
    return to === null ? t("termOpen", { since: from }) : t("termClosed", { since: from, until: to });
  }
}

interface TermProps {
  readonly since: string;
  readonly until: string | null;
  readonly today: string;
}

function TermMark({ since, until, today }: TermProps) {
  const t = useText(groundWords);
  if (until !== null && until < today) return <Mark kind="none">{t("termOver")}</Mark>;
  return since > today ? <Mark kind="none">{t("termAhead")}</Mark> : <Mark kind="done">{t("inOffice")}</Mark>;
}
