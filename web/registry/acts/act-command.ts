import { data } from "react-router";
import type { Context } from "../../../src/kernel/context.ts";
import type { Tx } from "../../../src/platform/database/index.ts";
import type { Doors } from "../../app/doors.ts";
import { readFiles, readTyped } from "../../app/form.ts";
import { readActInput } from "./read-act-input.ts";

type Command = (ctx: Context<Tx>) => Promise<unknown>;

/** What the form that was sent from an act's page asks for. */
export async function chooseActCommand({ acts }: Doors, form: FormData, id: string): Promise<Command> {
  const typed = readTyped(form);
  const text = (name: string) => typed[name] ?? "";
  const [file = { name: "", bytes: new Uint8Array() }] = await readFiles(form, "file");
  const commands: Readonly<Record<string, Command>> = {
    change: (ctx) => acts.changeAct(ctx, { ...readActInput(form), id, version: text("version") }),
    attach: (ctx) => acts.attachActFile(ctx, { id, ...file }),
    withdraw: (ctx) => acts.withdrawRelation(ctx, { id: text("relationId"), reason: text("reason") }),
    review: (ctx) =>
      acts.recordReview(ctx, { actId: id, key: text("key"), date: text("reviewDate"), basis: text("basis") }),
    relate: (ctx) =>
      acts.relateActs(ctx, {
        actId: id,
        kind: text("relation"),
        targetId: text("targetId"),
        holdsFrom: text("holdsFrom"),
        bringsUpToDate: text("bringsUpToDate") === "yes",
        note: text("note"),
      }),
  };
  const command = Object.hasOwn(commands, text("intent")) ? commands[text("intent")] : undefined;
  if (!command) throw data(null, { status: 400 });
  return command;
}
