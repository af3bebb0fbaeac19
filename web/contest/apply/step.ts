import { data, redirect } from "react-router";
import type { FormPreview } from "../../../src/contest/offline/contract.ts";
import type { Doors } from "../../app/doors.ts";
import { readFiles, readTyped } from "../../app/form.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { makeText } from "../../ui/text.ts";
import { applyWords } from "./words.ts";

/** What the page shows after a step: what was read with the choices that go on, or why nothing was. */
export interface Step {
  readonly sentence: string | null;
  readonly preview: FormPreview | null;
  /** The lines of the form, as the next step sends them back. */
  readonly tables: string;
  readonly typed: Readonly<Record<string, string>>;
}

/** Reads the uploaded form and shows it, or takes the one that was shown. */
export async function takeStep(doors: Doors, form: FormData, callId: string) {
  const { tables: sent, ...typed } = readTyped(form);
  const say = (sentence: string, status: number) =>
    data<Step>({ sentence, preview: null, tables: "", typed }, { status });
  const [applicationId = "", version = ""] = (typed.target ?? "").split(" ");
  try {
    const tables = typed.intent === "accept" ? parseSent(sent ?? "") : await readForm(doors, form);
    if (tables === null) return say(makeText(applyWords, doors.language)("fileMissing"), 422);
    const given = { callId, tables, applicationId };
    if (typed.intent === "accept") {
      const own = { version, associationId: typed.associationId ?? "", kind: typed.applicant ?? "" };
      const id = await doors.run((ctx) => doors.contests.acceptForm(ctx, { ...given, ...own }));
      return redirect(inLanguage(`${paths.application(id)}?saved=1`, doors.language));
    }
    const preview = await doors.run((ctx) => doors.contests.previewForm(ctx, given));
    const status = preview.errors.length > 0 ? 422 : 200;
    return data<Step>({ sentence: null, preview, tables: JSON.stringify(tables), typed }, { status });
  } catch (error) {
    const explained = doors.explain(error);
    if (!explained) throw error;
    return say(explained.sentence, explained.status);
  }
}

async function readForm(doors: Doors, form: FormData): Promise<unknown> {
  const [file] = await readFiles(form, "form");
  return file ? doors.contests.openForm(file.bytes) : null;
}

/** What no page sent is read as no form. */
function parseSent(text: string): unknown {
  try {
    return JSON.parse(text) ?? "";
  } catch {
    return "";
  }
}
