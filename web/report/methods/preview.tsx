import type { MethodDraftView } from "../../../src/report/method/views.ts";
import { useText } from "../../ui/text.ts";
import { Result, Uncapped } from "../parts/result.tsx";
import { TermTable } from "../parts/term-table.tsx";
import { methodWords } from "./words.ts";

/** What the method gives as it is typed now, or what keeps it from giving anything. */
export function Preview({ tried }: { readonly tried: MethodDraftView }) {
  const t = useText(methodWords);
  if ("problems" in tried)
    return (
      <>
        <h2>{t("notYet")}</h2>
        <ul>
          {tried.problems.map(({ code, at }) => (
            <li key={`${code} ${at}`}>{`${at}: ${t(`problem-${code}`)}`}</li>
          ))}
        </ul>
      </>
    );
  const names = new Map(tried.lines.map(({ id, name }) => [id, name]));
  return (
    <>
      <h2>{t("now", { year: tried.year })}</h2>
      <Result own={tried.assessed} year={tried.year} />
      <TermTable own={tried.assessed} names={names} />
      <Uncapped own={tried.assessed} names={names} year={tried.year} />
    </>
  );
}
