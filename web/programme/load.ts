import type { LoaderFunctionArgs } from "react-router";
import type { EditionView } from "../../src/programme/views.ts";
import { answer } from "../app/answer.ts";
import { doorsOf } from "../app/doors.ts";

/** The last edition of the programme that the address names; without it the page answers 404 with the refusal's sentence. */
export async function loadEdition(args: LoaderFunctionArgs): Promise<EditionView> {
  const doors = doorsOf(args);
  const slug = args.params.slug ?? "";
  return answer(doors, (ctx) => doors.programme.getEdition(ctx, slug));
}
