import { Textarea, TextInput } from "@mantine/core";
import { useLoaderData } from "react-router";
import type { AppealView } from "../../../src/contest/appeal/contract.ts";
import { FoldForm } from "../../app/fold-form.tsx";
import type { RefusedForm } from "../../app/form.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { formatDate } from "../../ui/dates.ts";
import { useLanguage } from "../../ui/language.ts";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import type { loader } from "../application/load.ts";
import { appealWords } from "./words.ts";

interface Props {
  readonly refused: RefusedForm | undefined;
}

/** Appeals on an application: those that there are, with the office's answer; to file one where there is a decision. */
export function Appeals({ refused }: Props) {
  const { appeals: view, writes, keepsSittings } = useLoaderData<typeof loader>();
  const t = useText(appealWords);
  if (!view || (!view.isOpen && view.appeals.length === 0)) return null;
  const isWaiting = view.appeals.some(({ state }) => state === "filed");
  return (
    <section className="part" id="appeals">
      <h2>{t("title")}</h2>
      {view.appeals.length === 0 && <p className="under">{t("none")}</p>}
      <ul className="plain">
        {view.appeals.map((appeal) => (
          <OneAppeal key={appeal.id} appeal={appeal} refused={refused} />
        ))}
      </ul>
      {view.isOpen && !isWaiting && writes && <FileForm refused={refused} way="page" />}
      {view.isOpen && !isWaiting && keepsSittings && <FileForm refused={refused} way="paper" />}
    </section>
  );
}

function OneAppeal({ appeal, refused }: Props & { readonly appeal: AppealView }) {
  const { application, keepsSittings } = useLoaderData<typeof loader>();
  const t = useText(appealWords);
  const language = useLanguage();
  const href = useHref();
  const { state, answeredOn, answer, file, way, essence } = appeal;
  const day = answeredOn ? formatDate(answeredOn, language) : "";
  return (
    <li className="section">
      <p>
        {t("said", { day: formatDate(appeal.receivedOn, language), way: t(`way_${way}`) })}{" "}
        <Mark kind={state === "filed" ? "warning" : state === "upheld" ? "done" : "error"}>
          {t(`state_${state}`, { day, until: formatDate(appeal.answerBy, language) })}
        </Mark>
      </p>
      <p className="printed measure">{essence}</p>
      {file && <a href={href(paths.applicationFile(application.id, appeal.id))}>{file.name}</a>}
      {answer && <q className="place quote">{answer}</q>}
      {state === "filed" && keepsSittings && <AnswerForms appeal={appeal} refused={refused} />}
    </li>
  );
}

/** Upheld it goes to another sitting, or, against a refusal of admission, back to its check. */
function AnswerForms({ appeal, refused }: Props & { readonly appeal: AppealView }) {
  const { application, call } = useLoaderData<typeof loader>();
  const t = useText(appealWords);
  const href = useHref();
  const hidden = (
    <>
      <input type="hidden" name="appealId" value={appeal.id} />
      <input type="hidden" name="version" value={appeal.version} />
    </>
  );
  const typed = (intent: string) => (refused?.intent === intent ? (refused.typed.answer ?? "") : "");
  return (
    <>
      {call.state === "decided" && application.state === "admitted" && (
        <p className="links">
          <a href={`${href(paths.callAppeal(call.id))}?application=${application.id}`}>{t("toSitting")}</a>
        </p>
      )}
      {application.state === "refused" && (
        <FoldForm intent="uphold" summary={t("uphold")} submit={t("uphold")} hint={t("upholdHint")} refused={refused}>
          {hidden}
          <Textarea name="answer" label={t("upholdReason")} rows={3} maxLength={2_000} defaultValue={typed("uphold")} />
        </FoldForm>
      )}
      <FoldForm intent="dismiss" summary={t("dismiss")} submit={t("dismiss")} hint={t("dismissHint")} refused={refused}>
        {hidden}
        <Textarea name="answer" label={t("grounds")} rows={4} maxLength={10_000} defaultValue={typed("dismiss")} />
      </FoldForm>
    </>
  );
}

function FileForm({ refused, way }: Props & { readonly way: AppealView["way"] }) {
  const { appeals, today } = useLoaderData<typeof loader>();
  const t = useText(appealWords);
  const language = useLanguage();
  const isPaper = way === "paper";
  const intent = isPaper ? "paper-appeal" : "appeal";
  const typed = refused?.intent === intent ? refused.typed : undefined;
  return (
    <FoldForm
      intent={intent}
      summary={t(isPaper ? "paper" : "file")}
      submit={t(isPaper ? "paper" : "file")}
      hint={t(isPaper ? "paperHint" : "fileHint", { days: appeals?.answerDays ?? 0 })}
      refused={refused}
      hasFile
    >
      {appeals?.until && <p className="note">{t("fileUntil", { until: formatDate(appeals.until, language) })}</p>}
      {isPaper && (
        <TextInput
          name="receivedOn"
          type="date"
          max={today}
          label={t("receivedOn")}
          defaultValue={typed?.receivedOn ?? today}
        />
      )}
      <Textarea
        name="essence"
        label={t(isPaper ? "paperEssence" : "essence")}
        rows={5}
        maxLength={10_000}
        defaultValue={typed?.essence ?? ""}
      />
      <label>
        {t(isPaper ? "scan" : "attachment")}
        <input type="file" name="file" className="file" />
      </label>
    </FoldForm>
  );
}
