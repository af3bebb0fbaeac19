import { data } from "react-router";
import type { Context } from "../../src/kernel/context.ts";
import type { Tx } from "../../src/platform/database/index.ts";
import type { Doors } from "../app/doors.ts";
import { readTyped } from "../app/form.ts";

type Command = (ctx: Context<Tx>) => Promise<unknown>;

/** What the form that was sent from an indicator's page asks for. */
export function chooseLineCommand({ indicators }: Doors, form: FormData, line: { kind: string; id: string }): Command {
  const typed = readTyped(form);
  const text = (name: string) => typed[name] ?? "";
  const intent = text("intent");
  if (intent === "correction" || intent === "own") {
    const words = { value: text("value"), reason: text("reason"), evidence: text("evidence"), link: text("link") };
    return (ctx) => indicators.addEntry(ctx, { line, year: text("year"), kind: intent, date: text("date"), ...words });
  }
  if (intent === "withdraw")
    return (ctx) => indicators.withdrawEntry(ctx, { id: text("entry"), reason: text("reason") });
  if (["propose", "confirm", "return", "reopen"].includes(intent)) {
    const seen = { step: text("step"), value: text("value"), reason: text("reason") };
    return (ctx) =>
      indicators.moveSignOff(ctx, { line, year: text("year"), until: text("until"), move: intent, ...seen });
  }
  throw data(null, { status: 400 });
}
