import { isRouteErrorResponse, useRouteError } from "react-router";
import { useText } from "../ui/text.ts";
import type { Explanation } from "./answer.ts";
import { useHref } from "./link.ts";
import { usePage } from "./page-context.ts";
import { paths } from "./paths.ts";
import { PublicShell } from "./shell.tsx";
import { appWords } from "./words.ts";

/** What went wrong in words, what to do next, and the number under which the log tells more. */
export function ErrorPage() {
  const t = useText(appWords);
  const href = useHref();
  const { requestId } = usePage();
  const { title, sentence } = useExplanation();
  return (
    <PublicShell>
      <title>{title}</title>
      <div className="prose">
        <h1>{title}</h1>
        <p className="lead">{sentence}</p>
        <p>
          <a href={href(paths.home)}>{t("toHome")}</a>
        </p>
        {requestId && (
          <p className="note">
            {t("request")} <code>{requestId}</code>
          </p>
        )}
      </div>
    </PublicShell>
  );
}

function useExplanation(): { readonly title: string; readonly sentence: string } {
  const t = useText(appWords);
  const error = useRouteError();
  if (!isRouteErrorResponse(error)) return { title: t("failed"), sentence: t("failedNext") };
  const explained = error.data as Explanation | null;
  if (error.status === 404) return { title: t("missing"), sentence: explained?.sentence ?? t("missingNext") };
  if (explained?.sentence) return { title: t("refused"), sentence: explained.sentence };
  return { title: t("failed"), sentence: t("failedNext") };
}
