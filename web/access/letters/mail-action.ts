import { type ActionFunctionArgs, data, redirect } from "react-router";
import type { Context } from "../../../src/kernel/context.ts";
import type { Tx } from "../../../src/platform/database/index.ts";
import { type Doors, doorsOf } from "../../app/doors.ts";
import { requireSignedIn } from "../../app/signed-in.ts";

/** What the page shows once after a deed: a link that was asked for, or why it could not be done. */
export interface MailAnswer {
  readonly handOver: { readonly id: string; readonly address: string; readonly link: string } | null;
  readonly refusal: { readonly deed: string; readonly sentence: string; readonly address: string } | null;
}

type Deed = (doors: Doors, ctx: Context<Tx>, form: FormData) => Promise<MailAnswer["handOver"] | undefined>;

const text = (form: FormData, name: string) => String(form.get(name) ?? "");

const DEEDS: Readonly<Record<string, Deed>> = {
  repeat: (doors, ctx, form) => doors.mail.repeat(ctx, text(form, "id")).then(() => undefined),
  cancel: (doors, ctx, form) => doors.mail.cancel(ctx, text(form, "id")).then(() => undefined),
  test: (doors, ctx, form) => doors.mail.test(ctx, text(form, "address")).then(() => undefined),
  handOver: async (doors, ctx, form) => {
    const id = text(form, "id");
    const { address, link } = await doors.mail.handOver(ctx, id);
    return { id, address, link };
  },
};

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const name = text(form, "deed");
  const deed = Object.hasOwn(DEEDS, name) ? DEEDS[name] : undefined;
  if (!deed) throw data(null, { status: 400 });
  try {
    const handOver = await doors.run((ctx) => deed(doors, ctx, form));
    if (handOver) return data<MailAnswer>({ handOver, refusal: null });
  } catch (error) {
    const explained = doors.explain(error);
    if (!explained) throw error;
    const refusal = { deed: name, sentence: explained.sentence, address: text(form, "address") };
    return data<MailAnswer>({ handOver: null, refusal }, { status: explained.status });
  }
  const { pathname, search } = new URL(args.request.url);
  return redirect(`${pathname.replace(/\.data$/, "")}${search.replace(/[?&](index|_routes=[^&]*)/g, "")}`);
}
