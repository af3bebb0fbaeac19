import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router";
import type { Context } from "../../../src/kernel/context.ts";
import type { Tx } from "../../../src/platform/database/index.ts";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { type Doors, doorsOf } from "../../app/doors.ts";
import { useHref } from "../../app/link.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { formatDate } from "../../ui/dates.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { type Refused, readEntryInput, readText, sendFor } from "../parts/act.ts";
import { EntryTable } from "../parts/entry-table.tsx";
import { roubles } from "../parts/money.ts";
import { fieldOfRequest, readRequest } from "./read-form.ts";
import { RequestFacts } from "./request-facts.tsx";
import { RequestForms } from "./request-forms.tsx";
import { RequestHistory } from "./request-history.tsx";
import { State } from "./state.tsx";
import { requestWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const request = await answer(doors, (ctx) => doors.ledger.getRequest(ctx, args.params.id ?? ""));
  const changes = request.can.includes("change");
  const { activities } = changes
    ? await answer(doors, (ctx) => doors.ledger.listRequestChoices(ctx))
    : { activities: [] };
  return { request, activities, today: doors.today, formKey: crypto.randomUUID(), seesMoney: doors.may("ledger.read") };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const command = chooseCommand(doors, form, args.params.id ?? "");
  if (!command) throw data(null, { status: 400 });
  const made = await sendFor(doors, form, command);
  if (typeof made !== "string") return made;
  return redirect(inLanguage(paths.request(args.params.id ?? ""), doors.language));
}

function chooseCommand({ ledger }: Doors, form: FormData, requestId: string) {
  const own = { requestId, version: Number(readText(form, "version")), reason: readText(form, "reason") };
  const commands: Readonly<Record<string, (ctx: Context<Tx>) => Promise<string>>> = {
    approve: (ctx) => ledger.approveRequest(ctx, own),
    return: (ctx) => ledger.moveRequest(ctx, { ...own, move: "return" }),
    withdraw: (ctx) => ledger.moveRequest(ctx, { ...own, move: "withdraw" }),
    cancel: (ctx) => ledger.moveRequest(ctx, { ...own, move: "cancel" }),
    change: (ctx) => ledger.changeRequest(ctx, { ...own, ...readRequest(form) }),
    pay: async (ctx) => (await ledger.payRequest(ctx, { ...readEntryInput(form), requestId })).id,
  };
  const intent = readText(form, "intent");
  return Object.hasOwn(commands, intent) ? commands[intent] : undefined;
}

/** One request: what it asks for, what was decided, and what can follow. */
export default function Request() {
  const { request, activities, today, formKey, seesMoney } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const t = useText(requestWords);
  const language = useLanguage();
  const href = useHref();
  const title = t("one", { number: request.number, sum: roubles(request.kopecks, language) });
  const field = refused ? `${refused.intent}-${fieldOfRequest(refused)}` : "";
  return (
    <>
      <title>{title}</title>
      <Crumbs above={[{ path: paths.requests(), text: t("title") }]} here={`№ ${request.number}`} />
      <h1>{title}</h1>
      <p className="under">
        <State state={request.state} /> {t("payBy")} {formatDate(request.payBy, language)}{" "}
        <a href={href(paths.thread("payment-request", request.id))}>{t("messages")}</a>
      </p>
      <ErrorSummary title={t("problem")} errors={refused ? [{ field, sentence: refused.sentence }] : []} />
      {request.isOwn && request.state === "requested" && <p className="note">{t("ownNotice")}</p>}
      <RequestFacts request={request} seesMoney={seesMoney} />
      <RequestForms request={request} activities={activities} today={today} formKey={formKey} refused={refused} />
      {request.payments.length > 0 && seesMoney && (
        <section className="part">
          <h2>{t("payments")}</h2>
          <EntryTable rows={request.payments} name={t("payments")} />
        </section>
      )}
      <RequestHistory moves={request.moves} />
    </>
  );
}
