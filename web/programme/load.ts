import { data, type LoaderFunctionArgs } from "react-router";
import type { EditionView } from "../../src/programme/views.ts";
import { answer, type Explanation } from "../app/answer.ts";
import { doorsOf } from "../app/doors.ts";
import { readEditionNumber } from "../app/edition-link.ts";
import { languageOf } from "../ui/language.ts";
import { makeText } from "../ui/text.ts";
import { choosePage, type ListPage } from "./view/pages.ts";
import { programmeWords } from "./words.ts";

/** An edition as a page shows it; `inForce` is the number of the last one, `isNamed` whether the address names an edition. */
export interface ShownEdition extends EditionView {
  readonly inForce: number;
  readonly isNamed: boolean;
}

/** The edition that the address names (`?edition=2`), else the last one; without it the page answers 404 with a sentence. */
export async function loadEdition(args: LoaderFunctionArgs): Promise<ShownEdition> {
  const doors = doorsOf(args);
  const slug = args.params.slug ?? "";
  const asked = new URL(args.request.url).searchParams.get("edition");
  const number = asked === null ? undefined : requireNumber(args, asked);
  return answer(doors, async (ctx) => {
    const edition = await doors.programme.getEdition(ctx, slug, number);
    const [last] = number === undefined ? [] : await doors.programme.listEditions(ctx, slug);
    return { ...edition, inForce: last?.edition ?? edition.number, isNamed: number !== undefined };
  });
}

/** The page of a list that the address names (`?page=2`), else the first; 404 with a sentence for one that there is not. */
export function loadPage(args: LoaderFunctionArgs, count: number): ListPage {
  const page = choosePage(new URL(args.request.url).searchParams.get("page"), count);
  if (page) return page;
  throw missing({ code: "page-unknown", sentence: textOf(args)("listPageMissing") });
}

export function textOf(args: LoaderFunctionArgs) {
  return makeText(programmeWords, languageOf(new URL(args.request.url).pathname));
}

/** The answer 404 that says what there is not. */
export function missing(explanation: Explanation) {
  return data(explanation, { status: 404 });
}

function requireNumber(args: LoaderFunctionArgs, asked: string): number {
  const number = readEditionNumber(asked);
  if (number !== null) return number;
  const sentence = textOf(args)("editionMissing", { asked: asked.slice(0, 20) });
  throw missing({ code: "edition-unknown", sentence });
}
