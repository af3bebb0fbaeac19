import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Form, useLoaderData, useRevalidator } from "react-router";
import { GROUP_QUESTION, isAsked, type Terms } from "../../../src/contest/call/contract.ts";
import { useAutosave } from "../../app/autosave.ts";
import { useAddress } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { SavedLine } from "../../app/saved-line.tsx";
import { useText } from "../../ui/text.ts";
import { addUpEstimate, addUpLine } from "./add-up.ts";
import { EstimateLine, EstimateTotals } from "./estimate.tsx";
import type { loader } from "./load.ts";
import { readApplication } from "./read-form.ts";
import { applicationWords } from "./words.ts";

/** The form of a draft: it saves itself, and works by its button where no script runs. */
export function ApplicationForm({ terms }: { readonly terms: Terms }) {
  const { application } = useLoaderData<typeof loader>();
  const t = useText(applicationWords);
  const form = useRef<HTMLFormElement>(null);
  const address = useAddress();
  const saving = useAutosave(form, address(paths.saveApplication(application.id)), application.version);
  const [{ estimate, answers }, setTyped] = useState(application.content);
  const { content } = application;
  const { revalidate } = useRevalidator();
  useEffect(() => {
    // What is left to mend, and the version that the page's other forms send, follow what was saved.
    if (saving.kind === "saved") void revalidate();
  }, [saving, revalidate]);
  const reckon = () => {
    if (form.current) setTyped(readApplication(new FormData(form.current)).content);
  };
  return (
    <>
      <SavedLine saving={saving} />
      <Form method="post" id="application" className="form wider" ref={form} onInput={reckon}>
        <input type="hidden" name="version" defaultValue={application.version} />
        <h2>{t("about")}</h2>
        <TextInput id="title" name="title" label={t("title")} maxLength={300} defaultValue={content.title} />
        <Textarea id="summary" name="summary" label={t("summary")} rows={4} defaultValue={content.summary} />
        <TextInput id="place" name="place" label={t("place")} defaultValue={content.place} />
        {terms.fields.length > 0 && <h2>{t("questions")}</h2>}
        <Answers terms={terms} answers={answers} />
        <Rows title={t("plan")} id="plan" count={content.plan.length} add={t("addStep")}>
          {(at) => <PlanLine key={at} at={at} />}
        </Rows>
        <Rows
          title={t("estimate")}
          under={t("estimateUnder")}
          id="estimate"
          count={content.estimate.length}
          add={t("addLine")}
        >
          {(at) => <EstimateLine key={at} at={at} filled={content.estimate[at]} />}
        </Rows>
        <EstimateTotals
          {...addUpEstimate(estimate)}
          most={terms.rules.money.mostPerProject}
          isWhole={estimate.every((line) => addUpLine(line).cost !== undefined)}
        />
        <Rows
          title={t("team")}
          under={t("teamUnder")}
          id="team"
          count={application.applicant?.team.length ?? 0}
          add={t("addMember")}
        >
          {(at) => <MemberLine key={at} at={at} />}
        </Rows>
        <Button type="submit" name="intent" value="save" variant="outline">
          {t("save")}
        </Button>
      </Form>
    </>
  );
}

interface AnswersProps {
  readonly terms: Terms;
  /** As they are typed at this moment. */
  readonly answers: Readonly<Record<string, string>>;
}

/** The call's questions. Where a script runs, those that are not asked are out of sight and keep what was typed; else all say when. */
function Answers({ terms, answers }: AnswersProps) {
  const t = useText(applicationWords);
  const [isScripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  return terms.fields.map((field) => {
    const { key, hint, when } = field;
    const hints = [hint, ...(when ? [t("askedWhen", nameCondition(when, terms))] : [])];
    return (
      <div key={key} hidden={isScripted && !isAsked(key, terms, answers)}>
        <Answer field={field} terms={terms} hint={hints.filter((text) => text !== "").join(" ")} />
      </div>
    );
  });
}

type Question = Terms["fields"][number];

/** A question and its answer as people know them; a group by its name. */
function nameCondition(when: NonNullable<Question["when"]>, { fields, rules }: Terms) {
  const group = when.field === GROUP_QUESTION ? rules.categories.find(({ key }) => key === when.is) : undefined;
  return { question: fields.find(({ key }) => key === when.field)?.label ?? "", is: group?.name ?? when.is };
}

function Answer({ field, terms, hint }: { readonly field: Question; readonly terms: Terms; readonly hint: string }) {
  const { application } = useLoaderData<typeof loader>();
  const { key, label, kind } = field;
  const own = {
    id: `answers.${key}`,
    name: `answers.${key}`,
    label,
    ...(hint !== "" && { description: hint }),
    defaultValue: application.content.answers[key] ?? "",
  };
  const groups = key === GROUP_QUESTION ? terms.rules.categories : [];
  if (groups.length > 0)
    return (
      <NativeSelect
        {...own}
        data={[{ value: "", label: "—" }, ...groups.map((group) => ({ value: group.key, label: group.name }))]}
      />
    );
  return kind === "number" ? <TextInput {...own} inputMode="decimal" /> : <Textarea {...own} rows={3} />;
}

interface RowsProps {
  readonly id: string;
  readonly title: string;
  readonly under?: string;
  /** So many are filled; an empty one always stands below them. */
  readonly count: number;
  readonly add: string;
  readonly children: (at: number) => ReactNode;
}

function Rows({ id, title, under, count, add, children }: RowsProps) {
  const [shown, setShown] = useState(count + 1);
  return (
    <section id={id}>
      <h2>{title}</h2>
      {under && <p className="note">{under}</p>}
      {Array.from({ length: Math.max(shown, count + 1) }, (_, at) => children(at))}
      <button type="button" className="link" onClick={() => setShown(Math.max(shown, count + 1) + 1)}>
        {add}
      </button>
    </section>
  );
}

function PlanLine({ at }: { readonly at: number }) {
  const { application } = useLoaderData<typeof loader>();
  const t = useText(applicationWords);
  const own = application.content.plan[at];
  const field = (name: "what" | "from" | "until" | "result") => ({
    id: `plan.${at}.${name}`,
    name: `plan.${at}.${name}`,
    label: t(name),
    defaultValue: own?.[name] ?? "",
  });
  return (
    <fieldset className="lines" id={`plan.${at}`}>
      <legend>{t("planLine", { number: at + 1 })}</legend>
      <TextInput {...field("what")} />
      <div className="row-of-fields">
        <TextInput {...field("from")} type="date" />
        <TextInput {...field("until")} type="date" />
      </div>
      <TextInput {...field("result")} />
    </fieldset>
  );
}

function MemberLine({ at }: { readonly at: number }) {
  const { application } = useLoaderData<typeof loader>();
  const t = useText(applicationWords);
  const own = application.applicant?.team[at];
  return (
    <div className="row-of-fields">
      <TextInput name={`team.${at}.name`} label={t("member")} maxLength={200} defaultValue={own?.name ?? ""} />
      <TextInput name={`team.${at}.does`} label={t("does")} maxLength={500} defaultValue={own?.does ?? ""} />
    </div>
  );
}
