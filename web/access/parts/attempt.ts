import { data, redirect } from "react-router";
import type { Doors } from "../../app/doors.ts";
import { inLanguage } from "../../app/paths.ts";

/** What a page is told of what could not be done. */
export interface Refused {
  readonly code: string;
  readonly sentence: string;
  /** The form that was sent, where a page has several. */
  readonly intent: string;
}

/** The fields of a form as text. */
export async function readForm(request: Request): Promise<(name: string) => string> {
  return fieldsOf(await request.formData());
}

/** The same of a form that may carry files too. */
export function fieldsOf(form: FormData): (name: string) => string {
  return (name) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
}

/** Does what a form asks for; what is refused becomes the page's sentence and status. */
export async function attempt<T>(doors: Doors, intent: string, deed: () => Promise<T>) {
  try {
    return await deed();
  } catch (error) {
    const explained = doors.explain(error);
    if (!explained) throw error;
    const { code, sentence, status } = explained;
    return data({ refused: { code, sentence, intent } satisfies Refused }, { status });
  }
}

export function cookieHeaders(cookies: readonly string[]): Headers {
  const headers = new Headers();
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return headers;
}

/** To a page in the request's language, with the cookies that a deed set. */
export function go(doors: Doors, path: string, cookies: readonly string[] = []): Response {
  return redirect(inLanguage(path, doors.language), { headers: cookieHeaders(cookies) });
}

/** What a script of ours sent; what is no JSON is nothing, and is refused as such. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
