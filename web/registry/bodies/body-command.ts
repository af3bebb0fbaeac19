import { data } from "react-router";
import type { Context } from "../../../src/kernel/context.ts";
import type { Tx } from "../../../src/platform/database/index.ts";
import type { Doors } from "../../app/doors.ts";
import { readTyped } from "../../app/form.ts";
import { readBodyInput } from "./body-input.ts";

type Command = (ctx: Context<Tx>) => Promise<unknown>;

/** What the form that was sent from a body's page asks for. */
export function chooseBodyCommand({ bodies }: Doors, form: FormData, bodyId: string): Command {
  const typed = readTyped(form);
  const text = (name: string) => typed[name] ?? "";
  const held = { id: text("holding"), version: text("version") };
  const basis = text("basis");
  const commands: Readonly<Record<string, Command>> = {
    change: (ctx) => bodies.changeBody(ctx, { ...readBodyInput(form), id: bodyId, version: text("version") }),
    size: (ctx) => bodies.setBodySize(ctx, { bodyId, since: text("from"), seats: text("seats"), basis }),
    take: (ctx) =>
      bodies.takeSeats(ctx, {
        bodyId,
        seat: text("seat"),
        holder: text("holder"),
        associationId: text("associationId"),
        holderName: text("holderName"),
        consent: text("consent"),
        since: text("from"),
        until: text("to"),
        basis,
      }),
    end: (ctx) => bodies.endSeat(ctx, { ...held, until: text("to"), basis }),
    cancel: (ctx) => bodies.cancelSeat(ctx, { ...held, basis }),
    forget: (ctx) => bodies.forgetHolderName(ctx, held),
  };
  const command = Object.hasOwn(commands, text("intent")) ? commands[text("intent")] : undefined;
  if (!command) throw data(null, { status: 400 });
  return command;
}
