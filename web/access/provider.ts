import { data, type LoaderFunctionArgs, redirect } from "react-router";
import type { Explanation } from "../app/answer.ts";
import { doorsOf } from "../app/doors.ts";
import { inLanguage, paths } from "../app/paths.ts";
import { chooseNext } from "../app/signed-in.ts";
import { cookieHeaders } from "./parts/attempt.ts";

/** Sends the browser to a provider. A link, not a form: the content policy lets forms lead to this site alone. */
export async function loader({ params, request, context }: LoaderFunctionArgs): Promise<Response> {
  const doors = doorsOf({ context });
  const { searchParams } = new URL(request.url);
  const next = chooseNext(searchParams.get("next"), inLanguage(paths.desk, doors.language));
  try {
    const wish = readWish(searchParams);
    const language = searchParams.get("language") === "en" ? "en" : "ru";
    const { url, cookies } = await doors.access.goToProvider({ id: params.provider ?? "", next, language, wish });
    return redirect(url, { headers: cookieHeaders(cookies) });
  } catch (error) {
    const explained = doors.explain(error);
    if (!explained) throw error;
    const { code, sentence, status } = explained;
    throw data({ code, sentence } satisfies Explanation, { status });
  }
}

function readWish(asked: URLSearchParams) {
  const secret = asked.get("invitation");
  if (secret !== null) return { kind: "invitation", secret } as const;
  return { kind: asked.has("link") ? "link" : "sign-in" } as const;
}
