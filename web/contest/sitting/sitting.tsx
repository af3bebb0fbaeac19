import { type ActionFunctionArgs, data, redirect, useActionData, useLoaderData } from "react-router";
import type { Context } from "../../../src/kernel/context.ts";
import type { Tx } from "../../../src/platform/database/index.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { type Doors, doorsOf } from "../../app/doors.ts";
import { type RefusedForm, readFiles, readTyped, submitForm } from "../../app/form.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { formatDate } from "../../ui/dates.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { NextSteps } from "../jury/next-steps.tsx";
import { juryWords } from "../jury/words.ts";
import { contestWords } from "../words.ts";
import { Decided } from "./decided.tsx";
import { SittingForms } from "./forms.tsx";
import type { loader } from "./load.ts";
import { Ranking } from "./ranking.tsx";

export { loader } from "./load.ts";

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const id = args.params.id ?? "";
  const form = await args.request.formData();
  const command = await chooseCommand(doors, form, id);
  if (!command) throw data(null, { status: 400 });
  const { refused } = await submitForm<unknown>(doors, form, command);
  return refused ?? redirect(inLanguage(paths.callSitting(id), doors.language));
}

async function chooseCommand({ contests }: Doors, form: FormData, callId: string) {
  const typed = readTyped(form);
  const [file = { name: "", bytes: new Uint8Array() }] = await readFiles(form, "file");
  const text = (name: string) => typed[name] ?? "";
  const present = form.getAll("present").filter((value) => typeof value === "string");
  const hands = Object.entries(typed).flatMap(([name, value]) => {
    const [, number] = /^hands\.(\d+)$/.exec(name) ?? [];
    return number && value.trim() !== "" ? [[number, Number(value)] as const] : [];
  });
  const chair = text("chair")
    .split(/[\s,;]+/)
    .flatMap((word) => (word === "" ? [] : [Number(word)]));
  const commands: Readonly<Record<string, (ctx: Context<Tx>) => Promise<unknown>>> = {
    open: (ctx) =>
      contests.openSitting(ctx, {
        ...{ callId, heldOn: text("heldOn"), agenda: text("agenda"), present, basis: text("basis") },
      }),
    votes: (ctx) =>
      contests.recordVotes(ctx, {
        callId,
        version: text("version"),
        votes: { hands: Object.fromEntries(hands), chair },
      }),
    minutes: (ctx) => contests.makeMinutes(ctx, callId),
    sign: async (ctx) => {
      const own = { callId, documentId: text("documentId"), kind: text("kind"), signer: text("signer") };
      return contests.signDocument(ctx, { ...own, office: text("office"), signedOn: text("signedOn"), file });
    },
    decide: (ctx) => contests.decideSitting(ctx, { callId, version: text("version") }),
  };
  return Object.hasOwn(commands, text("intent")) ? commands[text("intent")] : undefined;
}

/** The sitting: quorum, the ranking with every term of every score, votes on ties, the decision. */
export default function Sitting() {
  const { call, sittings, open, decided, drawn, explained, keeps, jury, obstacles } = useLoaderData<typeof loader>();
  const refused = useActionData<RefusedForm>();
  const t = useText(juryWords);
  const words = useText(contestWords);
  const language = useLanguage();
  const say = (key: "decided" | "superseded", { number, heldOn }: { number: number; heldOn: string }) =>
    t(key, { number, date: formatDate(heldOn, language) });
  const title = decided ? say("decided", decided) : t("sittingTitle");
  return (
    <>
      <title>{title}</title>
      <Crumbs
        above={[
          { path: paths.deskContests, text: words("contests") },
          { path: paths.deskCall(call.id), text: String(call.year) },
        ]}
        here={t("sittingTitle")}
      />
      <p className="kicker">
        <Words>{`${call.contest.name}, ${call.year}`}</Words>
      </p>
      <h1>{title}</h1>
      {sittings.length === 0 && <p className="under">{t("sittingUnder")}</p>}
      <ErrorSummary
        title={t("problem")}
        errors={refused ? [{ field: refused.intent, sentence: refused.sentence }] : []}
      />
      <NextSteps call={call} obstacles={obstacles} jurors={jury.jurors} here="sitting" />
      {drawn && <Ranking calculation={drawn} />}
      {keeps && jury.own === null && <SittingForms refused={refused} />}
      {decided && !open && <Decided refused={refused} />}
      {explained && !open && <Ranking calculation={explained.calculation} />}
      {sittings
        .filter(({ state }) => state === "superseded")
        .map((sitting) => (
          <p key={sitting.id} className="notice">
            {say("superseded", sitting)}
          </p>
        ))}
    </>
  );
}
