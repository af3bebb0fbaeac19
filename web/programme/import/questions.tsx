import { Button } from "@mantine/core";
import { Form, useNavigation } from "react-router";
import { COLUMN_ANSWERS, type Question, TABLE_ANSWERS } from "../../../src/programme/contract.ts";
import { useText } from "../../ui/text.ts";
import { programmeWords } from "../words.ts";

interface Props {
  readonly questions: readonly Question[];
  readonly version: number;
}

/** What the reader could not tell of tables and columns; the answers are sent together and the document is read again. */
export function Questions({ questions, version }: Props) {
  const t = useText(programmeWords);
  const navigation = useNavigation();
  const busy = navigation.state === "submitting" && navigation.formData?.get("intent") === "answer";
  if (questions.length === 0) return null;
  return (
    <section className="questions" aria-labelledby="questions">
      <h2 id="questions">{t("questionsTitle", { count: questions.length })}</h2>
      <p className="note">{t("questionsLead")}</p>
      <Form method="post" className="form">
        <input type="hidden" name="version" value={version} />
        {questions.map((question, at) => (
          <Ask key={`${question.kind} ${question.key} ${question.place.column}`} question={question} at={at} />
        ))}
        <Button type="submit" name="intent" value="answer" loading={busy}>
          {t("questionsSubmit")}
        </Button>
        {busy && (
          <p className="note" role="status">
            {t("questionsBusy")}
          </p>
        )}
      </Form>
    </section>
  );
}

function Ask({ question, at }: { readonly question: Question; readonly at: number }) {
  const t = useText(programmeWords);
  const { kind, key, place, sample, answer } = question;
  const id = `answer-${at}`;
  const table = place.table ?? 0;
  return (
    <div className="question">
      <label htmlFor={id}>{kind === "table" ? t("questionTable") : t("questionColumn", { text: place.text })}</label>
      <p className="note">
        {t("questionWhere", { table })}. {t("questionSample")}
      </p>
      <Sample rows={sample} />
      <input type="hidden" name={`kind-${at}`} value={kind} />
      <input type="hidden" name={`key-${at}`} value={key} />
      <select id={id} name={id} defaultValue={answer ?? ""} className="select">
        <option value="">{t("questionUnanswered")}</option>
        {kind === "table"
          ? TABLE_ANSWERS.map((one) => (
              <option key={one} value={one}>
                {t(`table_${one}`)}
              </option>
            ))
          : COLUMN_ANSWERS.map((one) => (
              <option key={one} value={one}>
                {t(`column_${one}`)}
              </option>
            ))}
      </select>
    </div>
  );
}

/** A few cells as they stand in the document, a row on each line. */
function Sample({ rows }: { readonly rows: Question["sample"] }) {
  return <p className="sample">{rows.map((row) => row.filter(Boolean).join("  |  ")).join("\n")}</p>;
}

/** The answers of a sent form; a question left open is not among them. */
export function readAnswers(form: FormData): { kind: string; key: string; answer: string }[] {
  const said = [...form.entries()].flatMap(([name, value]) => {
    const at = /^answer-(\d+)$/.exec(name)?.[1];
    return at && value !== "" ? [{ at, answer: String(value) }] : [];
  });
  return said.map(({ at, answer }) => ({
    kind: String(form.get(`kind-${at}`) ?? ""),
    key: String(form.get(`key-${at}`) ?? ""),
    answer,
  }));
}
