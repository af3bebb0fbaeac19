import { data } from "react-router";
import type { Context } from "../../src/kernel/context.ts";
import { MOVES } from "../../src/news/contract.ts";
import type { Tx } from "../../src/platform/database/index.ts";
import type { Doors } from "../app/doors.ts";
import { readFiles, readTyped } from "../app/form.ts";
import { readPublicationInput } from "./read-input.ts";

type Command = (ctx: Context<Tx>) => Promise<unknown>;

/** What the form that was sent from a publication's page asks for. */
export async function chooseNewsCommand({ news }: Doors, form: FormData, id: string): Promise<Command> {
  const typed = readTyped(form);
  const text = (name: string) => typed[name] ?? "";
  const [file] = await readFiles(form, "picture");
  const bytes = file?.bytes ?? new Uint8Array();
  const version = text("version");
  const move = MOVES.find((known) => known === text("intent"));
  if (move) {
    const given = { id, version, move, reason: text("reason"), publishedOn: text("publishedOn") };
    return (ctx) => news.movePublication(ctx, given);
  }
  const commands: Readonly<Record<string, Command>> = {
    edit: (ctx) => news.editPublication(ctx, { ...readPublicationInput(form), id, version }),
    picture: (ctx) => news.addPicture(ctx, { id, alt: text("alt"), bytes }),
    "picture-off": (ctx) => news.takePictureOff(ctx, { id, pictureId: text("pictureId") }),
  };
  const command = Object.hasOwn(commands, text("intent")) ? commands[text("intent")] : undefined;
  if (!command) throw data(null, { status: 400 });
  return command;
}
