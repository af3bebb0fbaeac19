import { Button, NativeSelect, TextInput } from "@mantine/core";
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useFetcher,
  useLoaderData,
} from "react-router";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { type Doors, doorsOf } from "../../app/doors.ts";
import { type RefusedForm, submitForm } from "../../app/form.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { reportWords } from "../words.ts";
import { BandFields } from "./band-fields.tsx";
import { HeadFields } from "./head-fields.tsx";
import { Preview } from "./preview.tsx";
import { readMethod, type TypedMethod } from "./read-method.ts";
import { TermFields } from "./term-fields.tsx";
import { toFields } from "./typed-term.ts";
import { methodWords } from "./words.ts";

const NEW: TypedMethod = {
  name: "",
  source: { act: "", addresses: [] },
  unverified: [],
  terms: [{ kind: "items", symbol: "СР", title: "", of: "indicators", fold: "mean" }],
  bands: [],
};
const NEW_TERM = { kind: "product", symbol: "", title: "" };

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  await answer(doors, async (ctx) => doors.access.requirePermission(ctx, "indicator.method"));
  const query = new URL(args.request.url).searchParams;
  const key = args.params.key ?? "";
  const from = key || query.get("from");
  const card = from ? await answer(doors, (ctx) => doors.indicators.getMethod(ctx, from)) : null;
  const equal = card && query.get("equal") === "1" ? takeEqual(card.method) : card?.method;
  const method = equal && query.get("cap") === "1" ? takeCap(equal) : equal;
  const typed: TypedMethod = method ? (method as unknown as TypedMethod) : NEW;
  return { key, version: key && card ? card.version : 0, typed, tried: await tryOut(doors, typed, query.get("year")) };
}

/** Weights of the document give way to equal ones. */
function takeEqual(method: { readonly terms: readonly unknown[]; readonly name: string }) {
  const terms = (method.terms as readonly { readonly weights?: { readonly kind: string } }[]).map((term) =>
    term.weights?.kind === "given" ? { ...term, weights: { kind: "equal" } } : term,
  );
  return { ...method, name: `${method.name} (равные веса)`, terms };
}

/** No item counts more than one whole. */
function takeCap(method: { readonly terms: readonly unknown[]; readonly name: string }) {
  const terms = (method.terms as readonly { readonly degree?: { readonly cap: string } }[]).map((term) =>
    term.degree?.cap === "none" ? { ...term, degree: { ...term.degree, cap: "1" } } : term,
  );
  return { ...method, name: `${method.name} (не больше 1)`, terms };
}

async function tryOut(doors: Doors, method: TypedMethod, asked: string | null) {
  const [thisYear, today] = [Number(doors.today.slice(0, 4)), doors.today];
  const year = asked ?? String(today.endsWith("-12-31") ? thisYear : thisYear - 1);
  const attempt = async (own: string) => doors.run((ctx) => doors.reports.tryMethod(ctx, { year: own, method }));
  try {
    return await attempt(year);
  } catch (error) {
    // The programme may have begun this year: then it is tried on what there is.
    if (!doors.explain(error)) throw error;
    return answer(doors, (ctx) => doors.reports.tryMethod(ctx, { year: String(thisYear), method }));
  }
}

/** `preview` reckons what is typed, also with a term more or less; `save` keeps it. */
export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const intent = String(form.get("intent") ?? "");
  const read = readMethod(form);
  const year = String(form.get("year") ?? "") || null;
  if (intent !== "save") {
    const typed = changeTerms(read, intent);
    return { typed, tried: await tryOut(doors, typed, year), refused: null };
  }
  const text = (name: string) => String(form.get(name) ?? "");
  const given = { key: args.params.key ?? "", version: text("version"), method: read, reason: text("reason") };
  const { done, refused } = await submitForm(doors, form, (ctx) => doors.indicators.saveMethod(ctx, given));
  const tried = await tryOut(doors, read, year);
  if (done) return redirect(inLanguage(paths.method(done, tried.year), doors.language));
  return { typed: read, tried, refused: refused?.data ?? null };
}

function changeTerms(method: TypedMethod, intent: string): TypedMethod {
  if (intent === "add-term") return { ...method, terms: [...method.terms, NEW_TERM] };
  const dropped = /^drop-term-(\d+)$/.exec(intent)?.[1];
  return dropped === undefined ? method : { ...method, terms: method.terms.filter((_, at) => at !== Number(dropped)) };
}

type Acted = { readonly typed: TypedMethod; readonly tried: Tried; readonly refused: RefusedForm | null };
type Tried = Awaited<ReturnType<typeof tryOut>>;

/** A municipality's own method in a form, with its formula and result beside it at once. */
export default function EditMethod() {
  const loaded = useLoaderData<typeof loader>();
  const acted = useActionData<Acted>();
  const trying = useFetcher<Acted>({ key: "method" });
  const t = useText(methodWords);
  const reports = useText(reportWords);
  const { typed, tried, refused } = trying.data ?? acted ?? { ...loaded, refused: null };
  const title = loaded.key ? t("editTitle", { name: typed.name }) : t("newTitle");
  return (
    <>
      <title>{title}</title>
      <Crumbs
        above={[
          { path: paths.reports(), text: reports("reports") },
          { path: paths.methods(), text: t("methods") },
        ]}
        here={title}
      />
      <h1>
        <Words>{title}</Words>
      </h1>
      <p className="under">{t("editUnder")}</p>
      <ErrorSummary title={t("problem")} errors={refused ? [{ field: "name", sentence: refused.sentence }] : []} />
      <div className="columns">
        <MethodForm typed={typed} tried={tried} reason={refused?.typed.reason} />
        <aside className="aside follows">
          <Preview tried={tried} />
        </aside>
      </div>
    </>
  );
}

interface FormProps {
  readonly typed: TypedMethod;
  readonly tried: Tried;
  readonly reason?: string | undefined;
}

/** Without scripts a plain form; with them it is reckoned whenever a field is left, and the page stays. */
function MethodForm({ typed, tried, reason = "" }: FormProps) {
  const { version } = useLoaderData<typeof loader>();
  const t = useText(methodWords);
  const reports = useText(reportWords);
  const trying = useFetcher<Acted>({ key: "method" });
  const placed = typed.terms.map((term, at) => ({ term, at }));
  const reckon = (form: HTMLFormElement) => {
    const data = new FormData(form);
    data.set("intent", "preview");
    trying.submit(data, { method: "post" });
  };
  return (
    <trying.Form method="post" className="form wider" onChange={({ currentTarget }) => reckon(currentTarget)}>
      <input type="hidden" name="version" value={version} />
      <HeadFields typed={typed} />
      <NativeSelect
        name="year"
        label={t("tryOn")}
        data={tried.years.map((year) => ({ value: String(year), label: reports("yearTab", { year }) }))}
        defaultValue={String(tried.year)}
        maw="12rem"
      />
      {placed.map(({ term, at }) => (
        <TermFields key={`${at} ${shapeOf(term)}`} at={at} term={term} canDrop={typed.terms.length > 1} />
      ))}
      <p className="buttons">
        <Button type="submit" name="intent" value="add-term" variant="outline">
          {t("addTerm")}
        </Button>
        <Button type="submit" name="intent" value="preview" variant="outline">
          {t("preview")}
        </Button>
      </p>
      <BandFields typed={typed} />
      <TextInput id="reason" name="reason" label={t("fieldReason")} defaultValue={reason} maxLength={1000} />
      <p className="buttons">
        <Button type="submit" name="intent" value="save">
          {t("save")}
        </Button>
      </p>
    </trying.Form>
  );
}

/** What decides which fields a term has: they are drawn anew when it changes. */
function shapeOf(term: TypedMethod["terms"][number]): string {
  const { kind, fold, weights } = toFields(term);
  return `${kind} ${fold} ${weights}`;
}
