import { Button } from "@mantine/core";
import { Form, useLoaderData, useNavigation } from "react-router";
import { type Terms, termsShape } from "../../../src/contest/call/contract.ts";
import type { FormFault, FormPreview } from "../../../src/contest/offline/contract.ts";
import type { Language } from "../../../src/kernel/refusal.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useLanguage } from "../../ui/language.ts";
import { Mark } from "../../ui/mark.tsx";
import { makeText, useText } from "../../ui/text.ts";
import { ContentReading } from "../application/reading.tsx";
import { sayFault, sayPlace } from "../application/say-fault.ts";
import type { loader } from "./load.ts";
import type { Step } from "./step.ts";
import { applyWords } from "./words.ts";

interface Props {
  readonly step: Step;
  readonly preview: FormPreview;
}

/** What was read in a form: its errors by place, or the button that takes it; below it as it reads. */
export function Preview({ step, preview }: Props) {
  const { call, associations } = useLoaderData<typeof loader>();
  const t = useText(applyWords);
  const href = useHref();
  const busy = useNavigation().state === "submitting";
  const terms = termsShape.parse(call.terms);
  const { errors, remarks, content, team } = preview;
  const { associationId = "", target = "", applicant = "" } = step.typed;
  const association = associations.find(({ id }) => id === associationId)?.name ?? "";
  return (
    <>
      {errors.length > 0 ? (
        <section className="error-summary" role="alert">
          <h2>
            <Mark kind="error">{t("errors", { count: errors.length })}</Mark>
          </h2>
          <p>{t("errorsUnder")}</p>
          <FaultList faults={errors} terms={terms} />
        </section>
      ) : (
        <Form method="post" className="form narrow wider">
          {Object.entries({ tables: step.tables, target, associationId, applicant }).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button type="submit" name="intent" value="accept" loading={busy}>
            {t(target === "" ? "accept" : "acceptFills")}
          </Button>
        </Form>
      )}
      <p className="links">
        <a href={href(paths.applyByFile(call.id))}>{t("again")}</a>
      </p>
      {remarks.length > 0 && errors.length === 0 && (
        <section className="part">
          <h2>{t("remarks")}</h2>
          <p className="under">{t("remarksUnder")}</p>
          <FaultList faults={remarks} terms={terms} />
        </section>
      )}
      <ContentReading
        title={t("seen")}
        terms={terms}
        content={content}
        association={association}
        team={team}
        isTitled
      />
    </>
  );
}

function FaultList({ faults, terms }: { readonly faults: readonly FormFault[]; readonly terms: Terms }) {
  const language = useLanguage();
  return (
    <ul className="points measure">
      {faults.map((fault) => (
        <li key={fault.where + fault.code}>{sayFormFault(fault, terms, language)}</li>
      ))}
    </ul>
  );
}

/** A fault with the cell in which it stands. */
function sayFormFault({ code, where, allowed, place }: FormFault, terms: Terms, language: Language): string {
  const t = makeText(applyWords, language);
  const isOwn = code === "group-unknown" || code === "too-long" || code === "too-many";
  const words = isOwn
    ? `${sayPlace(where, terms, language)}: ${t(`fault-${code}`)}`
    : sayFault({ code, where, ...(allowed !== undefined && { allowed }) }, terms, language);
  if (place === null) return words;
  const at = place.kind === "sheet" ? t("cell", { ...place }) : t("inTable", { ...place });
  return `${words} (${at})`;
}
