import { Button } from "@mantine/core";
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
import { MessagesLink } from "../../app/messages-link.tsx";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { formatDate } from "../../ui/dates.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { type Refused, readText, sendFor } from "../parts/act.ts";
import { roubles } from "../parts/money.ts";
import { fieldOf } from "../parts/sum-fields.tsx";
import { ledgerWords } from "../words.ts";
import { DayTable } from "./day-table.tsx";
import { Findings } from "./findings.tsx";
import { LateTable } from "./late-table.tsx";
import { MoveForms } from "./move-forms.tsx";
import { RatioTable } from "./ratio-table.tsx";
import { Terms } from "./terms.tsx";
import { TransferTable } from "./transfer-table.tsx";
import { Versions } from "./versions.tsx";
import { cofinancingWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const asked = new URL(args.request.url).searchParams.get("year") ?? "";
  const query = { id: args.params.id ?? "", year: /^20\d\d$/.test(asked) ? Number(asked) : null };
  const year = await answer(doors, (ctx) => doors.ledger.getCofinancing(ctx, query));
  const rights = { agree: doors.may("cofinancing.agree"), receive: doors.may("cofinancing.receive") };
  const keys = Object.fromEntries(["receive", "return", "reverse", "end"].map((name) => [name, crypto.randomUUID()]));
  return { year, rights, keys, today: doors.today };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const command = chooseCommand(doors, form, args.params.id ?? "");
  if (!command) throw data(null, { status: 400 });
  const made = await sendFor(doors, form, command);
  if (typeof made !== "string") return made;
  const year = Number(readText(form, "year"));
  return redirect(inLanguage(paths.agreement(args.params.id ?? "", year), doors.language));
}

function chooseCommand({ ledger }: Doors, form: FormData, agreementId: string) {
  const read = (name: string) => readText(form, name);
  const own = { key: read("key"), basis: read("basis"), note: read("note") };
  const move = { ...own, agreementId, date: read("date"), year: read("year"), sum: read("sum") };
  const commands: Readonly<Record<string, (ctx: Context<Tx>) => Promise<string>>> = {
    receive: (ctx) => ledger.receive(ctx, { ...move, confirmed: read("confirmed") === "yes" }),
    return: (ctx) => ledger.giveRestBack(ctx, move),
    reverse: (ctx) => ledger.reverseTransfer(ctx, { ...own, transferId: read("transfer") }),
    end: (ctx) =>
      ledger.endAgreement(ctx, {
        ...own,
        agreementId,
        document: own.basis,
        date: move.date,
        version: Number(read("version")),
      }),
  };
  const intent = read("intent");
  return Object.hasOwn(commands, intent) ? commands[intent] : undefined;
}

/** One year of an agreement: what came, what it was spent on, whether the rule holds, what goes back. */
export default function Agreement() {
  const { year, rights, keys, today } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const t = useText(cofinancingWords);
  const money = useText(ledgerWords);
  const language = useLanguage();
  const { agreement, terms } = year;
  const spent = year.net.find(({ source }) => source === agreement.source)?.kopecks ?? 0n;
  const said = { received: roubles(year.received, language), spent: roubles(spent, language) };
  const title = t("yearTitle", { ...said, year: terms.year });
  const date = formatDate(agreement.date, language);
  return (
    <>
      <title>{title}</title>
      <Crumbs
        above={[
          { path: paths.money(), text: money("money") },
          { path: paths.cofinancing, text: t("title") },
        ]}
        here={`№ ${agreement.number}`}
      />
      <h1>{title}</h1>
      <p className="under">{t("yearUnder", { date, number: agreement.number, on: formatDate(year.on, language) })}</p>
      <ErrorSummary
        title={t("problem")}
        errors={refused ? [{ field: `${refused.intent}-${fieldOf(refused)}`, sentence: refused.sentence }] : []}
      />
      <Links />
      <Years />
      <Findings findings={year.findings} />
      <MoveForms year={year} rights={rights} keys={keys} today={today} refused={refused} />
      <TransferTable year={year} />
      {terms.rule && <RatioTable year={year} />}
      <DayTable year={year} />
      {year.late.length > 0 && <LateTable late={year.late} />}
      <Terms year={year} />
      <Versions versions={agreement.versions} />
    </>
  );
}

function Links() {
  const { year, rights } = useLoaderData<typeof loader>();
  const t = useText(cofinancingWords);
  const href = useHref();
  const { agreement, terms } = year;
  return (
    <p className="buttons main-action">
      <Button component="a" href={href(paths.regionReport(agreement.id, { year: String(terms.year) }))}>
        {t("reportPage")}
      </Button>
      {rights.agree && agreement.endedOn === null && (
        <Button component="a" variant="outline" href={href(paths.amendAgreement(agreement.id))}>
          {t("amend")}
        </Button>
      )}
      <MessagesLink kind="cofinancing-agreement" id={agreement.id} />
    </p>
  );
}

function Years() {
  const { year } = useLoaderData<typeof loader>();
  const t = useText(cofinancingWords);
  const href = useHref();
  const { agreement, terms } = year;
  if (agreement.years.length < 2) return null;
  return (
    <nav className="tabs" aria-label={t("year")}>
      {agreement.years.map((own) => (
        <a
          key={own.year}
          href={href(paths.agreement(agreement.id, own.year))}
          aria-current={own.year === terms.year ? "page" : undefined}
        >
          {t("yearTab", { year: own.year })}
        </a>
      ))}
    </nav>
  );
}
