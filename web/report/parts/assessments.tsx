import { TextInput } from "@mantine/core";
import type { AssessedYear, ReportView } from "../../../src/report/views.ts";
import type { RefusedForm } from "../../app/form.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useText } from "../../ui/text.ts";
import { oneLine } from "../../ui/typography.ts";
import { Words } from "../../ui/words.tsx";
import { reportWords } from "../words.ts";
import { Result, Uncapped } from "./result.tsx";
import { TermTable } from "./term-table.tsx";

interface Props {
  readonly view: ReportView;
  readonly typed: RefusedForm["typed"] | undefined;
}

/** The year by every method of the form, each with all its terms. */
export function Assessments({ view, typed }: Props) {
  const t = useText(reportWords);
  const { assessments, quarter, indicators, activities } = view.content;
  if (quarter !== 4) return <p className="under">{t("noQuarterAssessment")}</p>;
  if (assessments.length === 0) return <p className="under">{t("noMethods")}</p>;
  const names = new Map([...indicators, ...activities].map(({ id, number, name }) => [id, `${number}. ${name}`]));
  return assessments.map((own) => (
    <div key={own.key} className="section">
      <Head own={own} year={view.content.year} />
      <Given own={own} view={view} typed={typed} />
      <TermTable own={own} names={names} />
      <Result own={own} year={view.content.year} />
      <Uncapped own={own} names={names} year={view.content.year} />
    </div>
  ));
}

function Head({ own, year }: { readonly own: AssessedYear; readonly year: number }) {
  const t = useText(reportWords);
  const href = useHref();
  const { method, key } = own;
  return (
    <>
      <h3>
        <a href={href(paths.method(key, year))}>
          <Words>{t("method", { name: method.name })}</Words>
        </a>
      </h3>
      <p className="note">
        <Words>{t("methodSource", { act: oneLine(method.source.act) })}</Words>
      </p>
      {method.unverified.map((what) => (
        <p key={what} className="note">
          <Words>{t("methodCheck", { what })}</Words>
        </p>
      ))}
    </>
  );
}

/** Terms that a person gives. */
function Given({ own, view, typed }: Props & { readonly own: AssessedYear }) {
  const t = useText(reportWords);
  const asked = own.method.terms.filter(({ kind }) => kind === "given");
  if (!view.mayWrite) return null;
  return asked.map(({ symbol, title }) => {
    const name = `given:${own.key} ${symbol}`;
    return (
      <TextInput
        key={symbol}
        id={name}
        name={name}
        label={t("given", { symbol })}
        description={title}
        defaultValue={typed?.[name] ?? own.given[symbol] ?? ""}
        maxLength={20}
        inputMode="decimal"
        maw="24rem"
      />
    );
  });
}
