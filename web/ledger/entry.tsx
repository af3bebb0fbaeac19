import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router";
import type { Context } from "../../src/kernel/context.ts";
import { FOLLOWS } from "../../src/ledger/contract.ts";
import type { Recorded } from "../../src/ledger/index.ts";
import type { EntryView } from "../../src/ledger/views.ts";
import type { Tx } from "../../src/platform/database/index.ts";
import { answer } from "../app/answer.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { type Doors, doorsOf } from "../app/doors.ts";
import { useHref } from "../app/link.ts";
import { MessagesLink } from "../app/messages-link.tsx";
import { inLanguage, paths } from "../app/paths.ts";
import { requireSignedIn } from "../app/signed-in.ts";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { useLanguage } from "../ui/language.ts";
import { useText } from "../ui/text.ts";
import { type Refused, readEntryInput, readText, recordFor } from "./parts/act.ts";
import { Chain } from "./parts/chain.tsx";
import { EntryFacts } from "./parts/entry-facts.tsx";
import { EntryTable } from "./parts/entry-table.tsx";
import { entryKindName } from "./parts/kind-name.ts";
import { roubles } from "./parts/money.ts";
import { NextForms, type NextKind } from "./parts/next-forms.tsx";
import { fieldOf } from "./parts/sum-fields.tsx";
import { ledgerWords } from "./words.ts";

/** The line of the permission table for each entry that a person adds. */
const RIGHTS = {
  payment: "ledger.pay",
  performance: "ledger.commit",
  release: "ledger.commit",
  lapse: "ledger.commit",
  "carry-over": "ledger.commit",
  refund: "ledger.pay",
  return: "ledger.pay",
  reversal: "ledger.reverse",
} as const satisfies Record<NextKind, string>;
const NEXT = Object.keys(RIGHTS) as NextKind[];

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const entry = await answer(doors, (ctx) => doors.ledger.getEntry(ctx, args.params.id ?? ""));
  const kinds = listNext(entry, doors);
  const keys = Object.fromEntries(kinds.map((kind) => [kind, crypto.randomUUID()]));
  return { entry, kinds, keys, today: doors.today };
}

/** What may follow this entry now, by this person: an empty obligation is not paid, an open year is not closed. */
function listNext(entry: EntryView, doors: Doors): readonly NextKind[] {
  if (entry.isReversed) return [];
  const hasEnded = entry.year !== null && doors.today >= `${entry.year}-12-31`;
  const follows: readonly string[] = FOLLOWS[entry.kind];
  return NEXT.filter((kind) => {
    if (!follows.includes(kind) || !doors.may(RIGHTS[kind])) return false;
    if (kind === "reversal") return entry.followers.length === 0;
    if (kind === "performance") return entry.unperformed.length > 0;
    if (kind === "lapse" || kind === "carry-over") return hasEnded && entry.left.length > 0;
    return entry.left.length > 0;
  });
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const command = chooseCommand(doors, form, args.params.id ?? "");
  if (!command) throw data(null, { status: 400 });
  const recorded = await recordFor(doors, form, command);
  if (typeof recorded !== "string") return recorded;
  return redirect(inLanguage(paths.moneyEntry(recorded), doors.language));
}

type Command = (ctx: Context<Tx>) => Promise<Recorded>;

function chooseCommand({ ledger }: Doors, form: FormData, id: string): Command | undefined {
  const own = readEntryInput(form);
  const commands: Readonly<Record<NextKind, Command>> = {
    payment: (ctx) => ledger.pay(ctx, { ...own, commitmentId: id }),
    performance: (ctx) => ledger.perform(ctx, { ...own, commitmentId: id }),
    release: (ctx) => ledger.release(ctx, { ...own, commitmentId: id }),
    lapse: (ctx) => ledger.lapse(ctx, { ...own, commitmentId: id }),
    "carry-over": (ctx) => ledger.carryOver(ctx, { ...own, commitmentId: id }),
    refund: (ctx) => ledger.refund(ctx, { ...own, paymentId: id, total: readText(form, "total") }),
    return: (ctx) => ledger.giveBack(ctx, { ...own, refundId: id }),
    reversal: (ctx) => ledger.reverse(ctx, { ...own, entryId: id }),
  };
  const intent = NEXT.find((kind) => kind === readText(form, "intent"));
  return intent && commands[intent];
}

/** One entry: what it says, where its money comes from, what came after, and what can follow. */
export default function Entry() {
  const { entry, kinds, keys, today } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const t = useText(ledgerWords);
  const language = useLanguage();
  const sum = roubles(entry.kopecks, language);
  const title = t("entryTitle", { kind: entryKindName(entry, language), number: entry.number, sum });
  return (
    <>
      <title>{title}</title>
      <Crumbs
        above={[
          { path: paths.money(), text: t("money") },
          { path: paths.moneyJournal(), text: t("journal") },
        ]}
        here={`№ ${entry.number}`}
      />
      <h1>{title}</h1>
      <p className="links">
        <MessagesLink kind="ledger-entry" id={entry.id} />
      </p>
      <Reversed entry={entry} />
      <ErrorSummary
        title={t("problem")}
        errors={refused ? [{ field: `${refused.intent}-${fieldOf(refused)}`, sentence: refused.sentence }] : []}
      />
      <EntryFacts entry={entry} />
      <NextForms entry={entry} kinds={kinds} keys={keys} refused={refused} today={today} />
      <Chain entry={entry} />
      {entry.followers.length > 0 && (
        <section className="part">
          <h2>{t("followers")}</h2>
          <EntryTable rows={entry.followers} name={t("followers")} />
        </section>
      )}
    </>
  );
}

function Reversed({ entry }: { readonly entry: EntryView }) {
  const t = useText(ledgerWords);
  const href = useHref();
  if (!entry.reversal) return null;
  return (
    <p className="notice is-past">
      <a href={href(paths.moneyEntry(entry.reversal.id))}>{t("isReversed", { number: entry.reversal.number })}</a>
    </p>
  );
}
