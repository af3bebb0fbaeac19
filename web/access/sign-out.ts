import { type ActionFunctionArgs, redirect } from "react-router";
import { doorsOf } from "../app/doors.ts";
import { inLanguage, paths } from "../app/paths.ts";
import { languageOf } from "../ui/language.ts";

/** Ends the session; whoever only opens the address goes home. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const cookies = await doorsOf(args).access.signOut();
  return redirect(home(args.request), { headers: cookies.map((cookie): [string, string] => ["set-cookie", cookie]) });
}

export function loader({ request }: ActionFunctionArgs): Response {
  return redirect(home(request));
}

function home(request: Request): string {
  return inLanguage(paths.home, languageOf(new URL(request.url).pathname));
}
