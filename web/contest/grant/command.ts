import type { Context } from "../../../src/kernel/context.ts";
import type { Tx } from "../../../src/platform/database/index.ts";
import type { Doors } from "../../app/doors.ts";
import { readFiles, readTyped } from "../../app/form.ts";

type Command = (ctx: Context<Tx>) => Promise<unknown>;

const INSTALMENTS = 3;

/** What a form of a grant's page wants; undefined for what no form sends. */
export async function chooseGrantCommand(
  { contests }: Doors,
  form: FormData,
  id: string,
): Promise<Command | undefined> {
  const typed = readTyped(form);
  const text = (name: string) => typed[name] ?? "";
  const [file = { name: "", bytes: new Uint8Array() }] = await readFiles(form, "file");
  const version = text("version");
  switch (typed.intent) {
    case "conclude":
      return (ctx) => contests.openAgreement(ctx, { applicationId: id, ...readAgreement(typed) });
    case "sign":
      return async (ctx) => {
        const { callId } = await contests.getGrant(ctx, id);
        const own = { documentId: text("documentId"), kind: text("kind"), signer: text("signer") };
        return contests.signDocument(ctx, {
          ...{ ...own, callId, office: text("office"), signedOn: text("signedOn"), file },
        });
      };
    case "end":
      return (ctx) =>
        contests.endAgreement(ctx, {
          ...{ id, ground: text("ending"), endedOn: text("endedOn"), reason: text("endReason") },
          ...{ dueOn: text("endDueOn"), file },
        });
    case "ask":
      return (ctx) => contests.askForGrant(ctx, id);
    case "save":
      return (ctx) => contests.saveUsage(ctx, { id, version, ...readUsage(typed) });
    case "submit":
      return async (ctx) => {
        const saved = await contests.saveUsage(ctx, { id, version, ...readUsage(typed) });
        return contests.submitUsage(ctx, { id, version: String(saved) });
      };
    case "attach":
      return (ctx) => contests.addUsageFile(ctx, { ...file, id, kind: text("kind"), line: text("line") });
    case "take-off":
      return (ctx) => contests.takeUsageFileOff(ctx, { id, fileId: text("fileId") });
    case "accept":
      return (ctx) => contests.acceptUsage(ctx, { id, version });
    case "return":
      return (ctx) => contests.returnUsage(ctx, { id, version, reason: text("reason"), until: text("until") });
    case "demand":
      return (ctx) =>
        contests.demandRefund(ctx, {
          ...{ id, ground: text("ground"), sum: text("sum"), dueOn: text("dueOn"), reason: text("reason") },
        });
    case "settle":
      return (ctx) =>
        contests.settleRefund(ctx, {
          ...{ id, refundId: text("refundId"), version, as: text("as"), on: text("on"), basis: text("basis") },
        });
    default:
      return undefined;
  }
}

type Typed = Readonly<Record<string, string>>;

function readAgreement(typed: Typed) {
  const instalments = Array.from({ length: INSTALMENTS }, (_, at) => ({
    payBy: typed[`payBy.${at}`] ?? "",
    sums: Object.fromEntries(
      Object.entries(typed).flatMap(([name, value]) =>
        name.startsWith(`sum.${at}.`) && value.trim() !== "" ? [[name.slice(`sum.${at}.`.length), value]] : [],
      ),
    ),
  })).filter(({ payBy, sums }) => payBy !== "" || Object.keys(sums).length > 0);
  const { date = "", payee = "", details = "", reportDue = "" } = typed;
  return { date, payee, details, reportDue, instalments };
}

function readUsage(typed: Typed) {
  const lines = Object.keys(typed).flatMap((name) => /^spent\.(\d+)$/.exec(name)?.[1] ?? []);
  const most = Math.max(-1, ...lines.map(Number));
  return { story: typed.story ?? "", spent: Array.from({ length: most + 1 }, (_, at) => typed[`spent.${at}`] ?? "") };
}
