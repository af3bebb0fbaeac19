import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
} from "react-router";
import { termsShape } from "../../../src/contest/call/contract.ts";
import type { Criterion, PlainMeasure } from "../../../src/contest/rules/contract.ts";
import { formatDecimal } from "../../../src/kernel/decimal.ts";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { type RefusedForm, readTyped, submitForm } from "../../app/form.ts";
import { useHref } from "../../app/link.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { sayMeasure } from "../parts/say-rules.ts";
import { contestWords } from "../words.ts";
import { juryWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const { id = "", application: applicationId = "" } = args.params;
  return answer(doors, async (ctx) => {
    const review = await doors.contests.getOwnSheet(ctx, { callId: id, applicationId });
    return { review, call: await doors.contests.getCall(ctx, id) };
  });
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const { id = "", application: applicationId = "" } = args.params;
  const form = await args.request.formData();
  const typed = readTyped(form);
  const pick = (prefix: string) =>
    Object.fromEntries(
      Object.entries(typed).flatMap(([name, text]) =>
        name.startsWith(prefix) ? [[name.slice(prefix.length), text]] : [],
      ),
    );
  const given = {
    ...{ callId: id, applicationId, version: typed.version ?? "", given: pick("mark."), reasons: pick("reason.") },
    isSubmitted: typed.intent === "submit",
  };
  const { refused } = await submitForm(doors, form, (ctx) => doors.contests.writeReview(ctx, given));
  return refused ?? redirect(inLanguage(paths.callJury(id), doors.language));
}

/** «Экспертный лист»: a mark for each criterion with what the levels mean, and reasons. */
export default function MarkSheet() {
  const { call, review } = useLoaderData<typeof loader>();
  const refused = useActionData<RefusedForm>();
  const t = useText(juryWords);
  const words = useText(contestWords);
  const href = useHref();
  const busy = useNavigation().state === "submitting";
  const { rules } = termsShape.parse(call.terms);
  const title = t("sheetTitle", { number: review.number ?? "—", title: review.title });
  return (
    <div className="narrow wider">
      <title>{title}</title>
      <Crumbs
        above={[
          { path: paths.deskContests, text: words("contests") },
          { path: paths.callJury(call.id), text: t("title") },
        ]}
        here={`№ ${review.number}`}
      />
      <h1>{title}</h1>
      <p className="links">
        <a href={href(paths.application(review.applicationId))}>{t("project")}</a>
      </p>
      <p className="under">{t(call.marksAreOpen ? "marksOpen" : "marksHidden")}</p>
      <ErrorSummary title={t("problem")} errors={refused ? [{ field: "marks", sentence: refused.sentence }] : []} />
      <Form method="post" className="form" id="marks">
        <input type="hidden" name="version" value={review.version} />
        {rules.criteria
          .filter(({ source }) => source === "juror")
          .map((criterion) => (
            <CriterionFields key={criterion.key} criterion={criterion} typed={refused?.typed} />
          ))}
        {!call.marksAreOpen && (
          <>
            <p className="note">{t("submitHint")}</p>
            <Button type="submit" name="intent" value="submit" loading={busy}>
              {t("submit")}
            </Button>
            <Button type="submit" name="intent" value="save" variant="outline" loading={busy}>
              {t("save")}
            </Button>
          </>
        )}
      </Form>
    </div>
  );
}

interface FieldsProps {
  readonly criterion: Criterion;
  readonly typed: RefusedForm["typed"] | undefined;
}

function CriterionFields({ criterion, typed }: FieldsProps) {
  const { review } = useLoaderData<typeof loader>();
  const t = useText(juryWords);
  const language = useLanguage();
  const { key, name, measure, mustJustify } = criterion;
  const filled = (at: string) => typed?.[`mark.${at}`] ?? review.marks?.given[at] ?? "";
  return (
    <fieldset className="lines">
      <legend>
        <Words>{name}</Words>
      </legend>
      <p className="note">{sayMeasure(measure, language)}</p>
      {measure.kind === "sum" ? (
        measure.parts.map((part) => (
          <MarkField
            key={part.key}
            at={`${key}.${part.key}`}
            label={part.name}
            measure={part.measure}
            filled={filled(`${key}.${part.key}`)}
          />
        ))
      ) : (
        <MarkField at={key} label={t("mark")} measure={measure} filled={filled(key)} />
      )}
      <Textarea
        name={`reason.${key}`}
        label={t(mustJustify ? "reasonNeeded" : "reason")}
        rows={2}
        maxLength={4000}
        defaultValue={typed?.[`reason.${key}`] ?? review.marks?.reasons[key] ?? ""}
      />
    </fieldset>
  );
}

interface MarkFieldProps {
  readonly at: string;
  readonly label: string;
  readonly measure: PlainMeasure | Criterion["measure"];
  readonly filled: string;
}

/** A choice where the marks are few, else a field; nothing is filled in beforehand, so that no mark is given by forgetting. */
function MarkField({ at, label, measure, filled }: MarkFieldProps) {
  const choices = listChoices(measure);
  if (choices) {
    return (
      <NativeSelect
        name={`mark.${at}`}
        label={label}
        defaultValue={filled}
        data={[{ value: "", label: "—" }, ...choices]}
      />
    );
  }
  return <TextInput name={`mark.${at}`} label={label} inputMode="decimal" defaultValue={filled} />;
}

const MOST_CHOICES = 25n;

function listChoices(measure: MarkFieldProps["measure"]): readonly { value: string; label: string }[] | null {
  if (measure.kind === "yes-no")
    return [
      { value: "1", label: "✓" },
      { value: "0", label: "✗" },
    ];
  if (measure.kind !== "mark") return null;
  const { scale, levels } = measure;
  const textOf = (value: string) => levels.find(({ mark }) => formatDecimal(mark) === value)?.text;
  const values = scale
    ? scale.step > 0n && (scale.max - scale.min) / scale.step < MOST_CHOICES
      ? Array.from({ length: Number((scale.max - scale.min) / scale.step) + 1 }, (_, place) =>
          formatDecimal(scale.min + scale.step * BigInt(place)),
        )
      : null
    : levels.map(({ mark }) => formatDecimal(mark));
  return (
    values?.map((value) => {
      const text = textOf(value);
      return { value, label: text ? `${value} — ${text}` : value };
    }) ?? null
  );
}
