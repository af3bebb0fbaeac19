import type { Context } from "../../../src/kernel/context.ts";
import type { Tx } from "../../../src/platform/database/index.ts";
import type { Doors } from "../../app/doors.ts";
import { readFiles, readTyped } from "../../app/form.ts";
import { readApplication } from "./read-form.ts";

interface Command {
  readonly run: (ctx: Context<Tx>) => Promise<unknown>;
  /** What is added to the page's address afterwards. */
  readonly at: string;
}

const NO_FILE = { name: "", bytes: new Uint8Array() };

/** What a form of an application's page wants; undefined for what no form sends. */
export async function chooseApplicationCommand(
  { contests }: Doors,
  form: FormData,
  id: string,
): Promise<Command | undefined> {
  const typed = readTyped(form);
  const text = (name: string) => typed[name] ?? "";
  const version = text("version");
  const [file] = await readFiles(form, "file");
  const admission = (move: "admit" | "return" | "refuse"): Command => ({
    run: (ctx) => contests.decideAdmission(ctx, { id, version, move, reason: text("reason"), until: text("until") }),
    at: "",
  });
  switch (typed.intent) {
    case "save":
      return {
        run: (ctx) => contests.saveApplication(ctx, { id, version, ...readApplication(form) }),
        at: "?saved=1",
      };
    case "submit":
      return { run: (ctx) => contests.submitApplication(ctx, { id, version }), at: "" };
    case "reopen":
      return { run: (ctx) => contests.takeBack(ctx, { id, version, move: "reopen" }), at: "" };
    case "withdraw":
      return { run: (ctx) => contests.takeBack(ctx, { id, version, move: "withdraw" }), at: "" };
    case "attach": {
      const { name = "", bytes = new Uint8Array() } = file ?? {};
      return { run: (ctx) => contests.addFile(ctx, { id, paper: text("paper"), name, bytes }), at: "#papers" };
    }
    case "take-off":
      return { run: (ctx) => contests.takeFileOff(ctx, { id, fileId: text("fileId") }), at: "#papers" };
    case "appeal":
    case "paper-appeal": {
      const own = { applicationId: id, receivedOn: text("receivedOn"), essence: text("essence") };
      const given = { ...own, way: typed.intent === "appeal" ? "page" : "paper", file: file ?? NO_FILE } as const;
      return { run: (ctx) => contests.fileAppeal(ctx, given), at: "#appeals" };
    }
    case "dismiss":
    case "uphold": {
      const given = { applicationId: id, appealId: text("appealId"), version, answer: text("answer") };
      const isUpheld = typed.intent === "uphold";
      return {
        run: (ctx) => (isUpheld ? contests.upholdRefused(ctx, given) : contests.dismissAppeal(ctx, given)),
        at: "#appeals",
      };
    }
    case "answer": {
      const given = { id, line: text("line"), isMet: text("met") === "yes", note: text("note") };
      return { run: (ctx) => contests.answerLine(ctx, given), at: "#admission" };
    }
    case "admit":
      return admission("admit");
    case "return":
      return admission("return");
    case "refuse":
      return admission("refuse");
    default:
      return undefined;
  }
}
