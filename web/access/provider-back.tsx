import { type LoaderFunctionArgs, redirect, useLoaderData } from "react-router";
import { doorsOf } from "../app/doors.ts";
import { useHref } from "../app/link.ts";
import { inLanguage, paths } from "../app/paths.ts";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { useText } from "../ui/text.ts";
import { attempt, cookieHeaders } from "./parts/attempt.ts";
import { accessWords } from "./words.ts";

/** Where a provider sends the browser back to: one address, and from there to the same page in the language in which the person left. */
export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  const { search } = new URL(args.request.url);
  const provider = args.params.provider ?? "";
  if (doors.language === "ru" && (await doors.access.languageAway()) === "en") {
    throw redirect(inLanguage(paths.backFromProvider(provider), "en") + search);
  }
  return attempt(doors, "provider", async () => {
    const { cookies, next } = await doors.access.comeBack({ id: provider, search });
    throw redirect(next, { headers: cookieHeaders(cookies) });
  });
}

export default function ProviderBack() {
  const t = useText(accessWords);
  const href = useHref();
  const { refused } = useLoaderData<typeof loader>();
  return (
    <div className="narrow wider">
      <title>{t("providerTitle")}</title>
      <h1>{t("providerTitle")}</h1>
      <ErrorSummary title={t("wrong")} errors={[{ field: "content", sentence: refused.sentence }]} />
      <p>
        <a href={href(paths.signIn)}>{t("toSignIn")}</a>
      </p>
    </div>
  );
}
