import { Button } from "@mantine/core";
import { useState } from "react";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useFetcher,
  useLoaderData,
} from "react-router";
import { GROUP_QUESTION, type TermsText } from "../../../src/contest/call/contract.ts";
import type { TermsFault } from "../../../src/contest/index.ts";
import { rulesShape } from "../../../src/contest/rules/contract.ts";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { type Doors, doorsOf } from "../../app/doors.ts";
import { submitForm } from "../../app/form.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary, type FieldError } from "../../ui/error-summary.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { callWords } from "../desk/words.ts";
import { CriteriaTable } from "../parts/criteria-table.tsx";
import { daysOf } from "../parts/dates.ts";
import { byField, FaultsProvider } from "../parts/fields.tsx";
import { CountingFields, GroupFields, TieFields, WinnerFields } from "./counting.tsx";
import { CriterionFields, type CriterionText, shapeOf } from "./criterion.tsx";
import { nameFaults } from "./faults.ts";
import { readRules } from "./read-rules.ts";
import { ruleWords } from "./words.ts";

type Typed = Pick<TermsText, "rules" | "facts">;

const loadCall = (doors: Doors, id: string) =>
  answer(doors, async (ctx) => {
    doors.access.requirePermission(ctx, "contest.keep");
    return doors.contests.getCall(ctx, id);
  });

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  return { call: await loadCall(doors, args.params.id ?? "") };
}

const NEW: CriterionText = { key: "", name: "", measure: { kind: "mark", scale: { min: "0", max: "10" } } };

/** `save` keeps what is typed; everything else shows it again, with a criterion more or less. */
export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const call = await loadCall(doors, args.params.id ?? "");
  const form = await args.request.formData();
  const intent = String(form.get("intent") ?? "");
  const typed = readRules(form, call.terms);
  if (intent !== "save") return { typed: change(typed, intent), faults: [], refusal: null };
  const terms = askForGroup({ ...call.terms, ...typed });
  const faults = await answer(doors, (ctx) => doors.contests.checkTerms(ctx, terms));
  if (faults.length > 0) return data({ typed, faults, refusal: null }, { status: 422 });
  const own = { id: call.id, version: String(form.get("version") ?? ""), contestId: call.contest.id };
  const { refused } = await submitForm(doors, form, (ctx) =>
    doors.contests.editCall(ctx, {
      ...{ ...own, year: String(call.year), isBlind: call.isBlind, terms },
      ...daysOf(call, doors.municipality.timeZone),
    }),
  );
  if (refused) return data({ typed, faults, refusal: refused.data.sentence }, { status: refused.init?.status ?? 409 });
  return redirect(inLanguage(paths.deskCall(call.id), doors.language));
}

/** Where there are groups the application asks for its own. */
function askForGroup(terms: TermsText): TermsText {
  const others = (terms.fields ?? []).filter(({ key }) => key !== GROUP_QUESTION);
  const asked = terms.fields?.find(({ key }) => key === GROUP_QUESTION);
  const question = asked ?? { key: GROUP_QUESTION, label: "Номинация, группа", kind: "text" as const };
  return { ...terms, fields: terms.rules.categories?.length ? [question, ...others] : others };
}

function change(typed: Typed, intent: string): Typed {
  const { criteria } = typed.rules;
  const dropped = /^drop-(\d+)$/.exec(intent)?.[1];
  const changed =
    intent === "add"
      ? [...criteria, { ...NEW, key: nextKey(criteria) }]
      : criteria.filter((_, at) => String(at) !== dropped);
  return { ...typed, rules: { ...typed.rules, criteria: changed } };
}

function nextKey(criteria: readonly CriterionText[]): string {
  let at = criteria.length + 1;
  while (criteria.some(({ key }) => key === `criterion-${at}`)) at += 1;
  return `criterion-${at}`;
}

interface Acted {
  readonly typed: Typed;
  readonly faults: readonly TermsFault[];
  readonly refusal: string | null;
}

/** The criteria of a draft and how they are counted, in fields, and what follows from them in words. */
export default function EditRules() {
  const { call } = useLoaderData<typeof loader>();
  const acted = useActionData<Acted>();
  const shown = useFetcher<Acted>({ key: "rules" });
  const t = useText(ruleWords);
  const calls = useText(callWords);
  const language = useLanguage();
  const { typed, faults, refusal } = shown.data ?? acted ?? { typed: call.terms, faults: [], refusal: null };
  const errors = nameFaults(faults, language);
  const title = t("titleOf", { name: call.contest.name, year: call.year });
  return (
    <div className="narrow wider">
      <title>{title}</title>
      <Crumbs
        above={[
          { path: paths.deskContests, text: calls("title") },
          { path: paths.deskCall(call.id), text: String(call.year) },
        ]}
        here={t("title")}
      />
      <h1>{title}</h1>
      <p className="under">{t("under")}</p>
      <Problem errors={errors} refusal={refusal} />
      <FaultsProvider value={byField(errors)}>
        <RulesForm typed={typed} />
      </FaultsProvider>
      <section className="part">
        <h2>{t("inWords")}</h2>
        <InWords typed={typed} />
      </section>
    </div>
  );
}

function Problem({ errors, refusal }: { readonly errors: readonly FieldError[]; readonly refusal: string | null }) {
  const t = useText(ruleWords);
  const all = refusal ? [{ field: "rules", sentence: refusal }, ...errors] : errors;
  return <ErrorSummary title={t("problem")} errors={all} />;
}

function InWords({ typed }: { readonly typed: Typed }) {
  const t = useText(ruleWords);
  const read = rulesShape.safeParse(typed.rules);
  return read.success ? <CriteriaTable rules={read.data} /> : <p className="under">{t("notYet")}</p>;
}

/** Without scripts a plain form; with them a change of kind shows its fields at once. */
function RulesForm({ typed }: { readonly typed: Typed }) {
  const { call } = useLoaderData<typeof loader>();
  const t = useText(ruleWords);
  const shown = useFetcher<Acted>({ key: "rules" });
  const { rules, facts = {} } = typed;
  const questions = (call.terms.fields ?? []).filter(({ kind }) => kind === "number");
  const show = ({ currentTarget, target }: React.SyntheticEvent<HTMLFormElement>) => {
    if (!(target instanceof HTMLSelectElement)) return;
    const form = new FormData(currentTarget);
    form.set("intent", "show");
    shown.submit(form, { method: "post" });
  };
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const toggle = (key: string, isOpen: boolean) =>
    setOpened((was) => new Set(isOpen ? [...was, key] : [...was].filter((other) => other !== key)));
  const placed = rules.criteria.map((criterion, at) => ({ criterion, at }));
  return (
    <shown.Form method="post" id="rules" className="form" onChange={show}>
      <input type="hidden" name="version" value={call.version} />
      {/* What the Enter key presses: else it would be the first button, which drops a criterion. */}
      <button type="submit" name="intent" value="show" hidden />
      <h2>{t("criteria")}</h2>
      {placed.map(({ criterion, at }) => (
        <CriterionFields
          key={shapeOf(criterion)}
          {...{ at, criterion, facts, questions }}
          canDrop={placed.length > 1}
          isOpen={opened.has(criterion.key)}
          onToggle={(isOpen) => toggle(criterion.key, isOpen)}
        />
      ))}
      <Button type="submit" name="intent" value="add" variant="outline">
        {t("add")}
      </Button>
      <GroupFields rules={rules} />
      <CountingFields rules={rules} />
      <WinnerFields key={rules.winners.amount.kind} rules={rules} />
      <TieFields rules={rules} />
      <p className="note">{t("previewHint")}</p>
      <div className="buttons">
        <Button type="submit" name="intent" value="save">
          {t("save")}
        </Button>
        <Button type="submit" name="intent" value="show" variant="outline">
          {t("preview")}
        </Button>
      </div>
    </shown.Form>
  );
}
