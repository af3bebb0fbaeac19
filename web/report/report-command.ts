import { data } from "react-router";
import type { Context } from "../../src/kernel/context.ts";
import type { Tx } from "../../src/platform/database/index.ts";
import type { Doors } from "../app/doors.ts";
import { readTyped } from "../app/form.ts";

type Command = (ctx: Context<Tx>) => Promise<unknown>;

/** What the form that was sent from a report's page asks for. */
export function chooseReportCommand({ reports }: Doors, form: FormData, id: string): Command {
  const typed = readTyped(form);
  const text = (name: string) => typed[name] ?? "";
  const intent = text("intent");
  const version = text("version");
  if (intent === "save") return (ctx) => reports.saveDraft(ctx, readDraft(form, id));
  if (["sign", "accept", "return"].includes(intent))
    return (ctx) => reports.moveReport(ctx, { id, version, move: intent, seen: text("seen"), reason: text("reason") });
  throw data(null, { status: 400 });
}

/** What a form of a report's draft sends. */
export function readDraft(form: FormData, id: string) {
  const typed = readTyped(form);
  const of = (prefix: string) =>
    Object.fromEntries(
      Object.entries(typed).flatMap(([name, value]) =>
        name.startsWith(`${prefix}:`) ? [[name.slice(prefix.length + 1), value]] : [],
      ),
    );
  const narrative = leaveDrafted(of("narrative"), of("drafted"));
  return { id, version: typed.version ?? "", narrative, reasons: of("reason"), given: of("given") };
}

/** A section sent as it was drafted was not written by a person: it goes on following the records. */
function leaveDrafted(sent: Readonly<Record<string, string>>, drafted: Readonly<Record<string, string>>) {
  const plain = (text: string) => text.replaceAll("\r\n", "\n").trim();
  return Object.fromEntries(
    Object.entries(sent).map(([key, text]) => [key, plain(text) === plain(drafted[key] ?? "") ? "" : text]),
  );
}
