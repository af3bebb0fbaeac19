import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { Form } from "react-router";
import type { Choice, EventPageView, QuestionView } from "../../../../src/event/views.ts";
import { formatDate } from "../../../ui/dates.ts";
import { useLanguage } from "../../../ui/language.ts";
import { Mark } from "../../../ui/mark.tsx";
import { useText } from "../../../ui/text.ts";
import type { Refused } from "../../parts/act.ts";
import { Paragraphs } from "../../parts/paragraphs.tsx";
import { eventWords } from "../../words.ts";

interface Props {
  readonly event: EventPageView;
  readonly questions: readonly QuestionView[];
  readonly staff: readonly Choice[];
  readonly refused: Refused | undefined;
}

/** Questions raised at the event: who answers until when, the answer, and what everybody may read of it. */
export function Questions({ event, questions, staff, refused }: Props) {
  const t = useText(eventWords);
  return (
    <section className="part" id="raise">
      <h2>{t("questions")}</h2>
      {questions.length === 0 && <p className="soft">{t("questionsNone")}</p>}
      {questions.map((question) => (
        <Question key={question.id} question={question} mayKeep={event.mayKeep} />
      ))}
      {event.mayKeep && event.state !== "cancelled" && <Raise staff={staff} refused={refused} />}
    </section>
  );
}

function Question({ question, mayKeep }: { readonly question: QuestionView; readonly mayKeep: boolean }) {
  const t = useText(eventWords);
  const language = useLanguage();
  const hidden = (
    <>
      <input type="hidden" name="question" value={question.id} />
      <input type="hidden" name="version" value={question.version} />
    </>
  );
  const isOpen = question.withdrawReason === null;
  return (
    <article id={`question-${question.id}`} className="message">
      <p>
        <strong>№ {question.number}</strong> {question.isPublished && <Mark kind="done">{t("published")}</Mark>}
        {question.isLate && <Mark kind="error">{t("late")}</Mark>}
        {!isOpen && <Mark kind="none">{t("withdrawn", { reason: question.withdrawReason ?? "" })}</Mark>}
      </p>
      <Paragraphs text={question.question} />
      <p className="soft">
        {t("owner")}: {question.owner} · {t("due")}: {formatDate(question.dueDate, language)}
        {question.asker ? ` · ${t("asker")}: ${question.asker} ${question.contact ?? ""}` : ""}
      </p>
      {question.answer !== "" && <Paragraphs text={`${t("answer")}: ${question.answer}`} />}
      {isOpen && question.mayAnswer && question.answer === "" && (
        <Form method="post" className="form">
          <input type="hidden" name="intent" value="answer" />
          {hidden}
          <Textarea name="answer" label={t("answer")} rows={3} />
          <Button type="submit" variant="outline">
            {t("saveAnswer")}
          </Button>
        </Form>
      )}
      {isOpen && mayKeep && question.answer !== "" && !question.isPublished && (
        <Form method="post" className="form">
          <input type="hidden" name="intent" value="publish" />
          {hidden}
          <Textarea name="publicQuestion" label={t("publicQuestion")} defaultValue={question.question} rows={2} />
          <Textarea name="publicAnswer" label={t("publicAnswer")} defaultValue={question.answer} rows={3} />
          <Button type="submit" variant="outline">
            {t("publish")}
          </Button>
        </Form>
      )}
      {isOpen && mayKeep && (
        <details>
          <summary>{t("withdraw")}</summary>
          <Form method="post" className="form">
            <input type="hidden" name="intent" value="withdraw" />
            {hidden}
            <TextInput name="reason" label={t("reason")} />
            <Button type="submit" variant="outline">
              {t("withdraw")}
            </Button>
          </Form>
        </details>
      )}
    </article>
  );
}

function Raise({ staff, refused }: Pick<Props, "staff" | "refused">) {
  const t = useText(eventWords);
  const typed = refused?.intent === "raise" ? refused.typed : undefined;
  return (
    <details open={typed !== undefined}>
      <summary>{t("raise")}</summary>
      <Form method="post" className="form">
        <input type="hidden" name="intent" value="raise" />
        <Textarea name="question" label={t("question")} defaultValue={typed?.question ?? ""} rows={3} />
        <NativeSelect
          name="ownerId"
          label={t("owner")}
          data={staff.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={typed?.ownerId ?? ""}
        />
        <TextInput name="dueDate" type="date" label={t("due")} defaultValue={typed?.dueDate ?? ""} />
        <TextInput name="asker" label={t("asker")} description={t("askerHint")} defaultValue={typed?.asker ?? ""} />
        <TextInput name="contact" label={t("contact")} defaultValue={typed?.contact ?? ""} />
        <Button type="submit" variant="outline">
          {t("raise")}
        </Button>
      </Form>
    </details>
  );
}
