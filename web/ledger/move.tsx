import { Button, NativeSelect, TextInput } from "@mantine/core";
import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
} from "react-router";
import { type FundingSource, SOURCES } from "../../src/programme/contract.ts";
import { answer } from "../app/answer.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { doorsOf } from "../app/doors.ts";
import { inLanguage, paths } from "../app/paths.ts";
import { requireSignedIn } from "../app/signed-in.ts";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { useLanguage } from "../ui/language.ts";
import { useText } from "../ui/text.ts";
import { readText } from "./parts/act.ts";
import { sourceHead } from "./parts/money.ts";
import { MovableTable } from "./parts/movable-table.tsx";
import { ledgerWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  await answer(doors, async (ctx) => doors.access.requirePermission(ctx, "programme.draft"));
  const { activities } = await answer(doors, (ctx) => doors.ledger.listLedgerChoices(ctx));
  const sheet = await answer(doors, (ctx) => doors.ledger.getBalance(ctx, null));
  const asked = new URL(args.request.url).searchParams;
  const year = asked.get("year") ?? doors.today.slice(0, 4);
  const proposed: Readonly<Record<string, string>> = {
    fromActivity: asked.get("activity") ?? "",
    fromSource: asked.get("source") ?? "",
    fromYear: year,
    toYear: year,
    toSource: asked.get("source") ?? "",
  };
  return { activities: activities.filter(({ inForce }) => inForce), sheet, proposed };
}

interface Refused {
  readonly code: string;
  readonly sentence: string;
  readonly typed: Readonly<Record<string, string>>;
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const line = (side: "from" | "to") => ({
    activityId: readText(form, `${side}Activity`),
    source: readText(form, `${side}Source`),
    year: readText(form, `${side}Year`),
  });
  try {
    const { slug } = await doors.run((ctx) =>
      doors.ledger.moveMoney(ctx, { from: line("from"), to: line("to"), sum: readText(form, "sum") }),
    );
    return redirect(inLanguage(paths.draftComparison(slug), doors.language));
  } catch (error) {
    const explained = doors.explain(error);
    if (!explained) throw error;
    const { status, code, sentence } = explained;
    const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
    return data({ code, sentence, typed } satisfies Refused, { status });
  }
}

/** Money of the plan goes from one line to another: into the draft, and from there into an amending act. */
export default function Move() {
  const { sheet } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const t = useText(ledgerWords);
  const busy = useNavigation().state === "submitting";
  return (
    <div>
      <title>{t("moveTitle")}</title>
      <Crumbs above={[{ path: paths.money(), text: t("money") }]} here={t("move")} />
      <h1>{t("moveTitle")}</h1>
      <p className="under">{t("moveLead")}</p>
      <ErrorSummary
        title={t("moveProblem")}
        errors={refused ? [{ field: fieldOf(refused), sentence: refused.sentence }] : []}
      />
      <Form method="post" className="form narrow wider">
        <Side side="from" refused={refused} />
        <Side side="to" refused={refused} />
        <TextInput
          id="sum"
          name="sum"
          inputMode="decimal"
          label={t("moveSum")}
          defaultValue={refused?.typed.sum ?? ""}
          error={refused && fieldOf(refused) === "sum" ? refused.sentence : undefined}
        />
        <Button type="submit" loading={busy}>
          {t("moveSave")}
        </Button>
      </Form>
      {sheet.rows.length > 0 && <MovableTable rows={sheet.rows} />}
    </div>
  );
}

function fieldOf({ code }: Refused): string {
  if (/^ledger-(sum|currency|move-committed)/.test(code)) return "sum";
  return /^ledger-move-(no-row|programmes|same)/.test(code) ? "toActivity" : "fromActivity";
}

function Side({ side, refused }: { readonly side: "from" | "to"; readonly refused: Refused | undefined }) {
  const { activities, proposed, sheet } = useLoaderData<typeof loader>();
  const t = useText(ledgerWords);
  const language = useLanguage();
  const years = [...new Set(activities.flatMap((activity) => activity.years))].sort();
  const planned: readonly FundingSource[] = sheet.bySource.map(({ source }) => source);
  const sources = planned.length > 0 ? planned : SOURCES;
  const field = (name: string) => ({
    id: `${side}${name}`,
    name: `${side}${name}`,
    defaultValue: refused?.typed[`${side}${name}`] ?? proposed[`${side}${name}`] ?? "",
  });
  return (
    <fieldset className="sums">
      <legend>{t(side === "from" ? "moveFrom" : "moveTo")}</legend>
      <NativeSelect
        {...field("Activity")}
        label={t("activity")}
        error={refused && fieldOf(refused) === `${side}Activity` ? refused.sentence : undefined}
        data={[
          { value: "", label: t("chooseActivity") },
          ...activities.map(({ id, name, position }) => ({ value: id, label: `${position}. ${name}` })),
        ]}
      />
      <NativeSelect {...field("Year")} label={t("year")} data={years.map(String)} />
      <NativeSelect
        {...field("Source")}
        label={t("source")}
        data={sources.map((source) => ({ value: source, label: sourceHead(source, language) }))}
      />
    </fieldset>
  );
}
