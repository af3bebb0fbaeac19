import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { Form, useNavigation } from "react-router";
import { VISITOR_COLUMNS, type VisitorAnswers, type VisitorPreview } from "../../../src/event/visitors/views.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useText } from "../../ui/text.ts";
import { Asks } from "./asks.tsx";
import { visitorWords } from "./words.ts";

/** The preview with what the person said until now. */
export interface ShownPreview extends VisitorPreview {
  readonly answers: VisitorAnswers;
}

const cellName = ({ row, column }: { readonly row: number; readonly column: number }) => `cell-${row}:${column}`;

/** What would become of a table of visitors, what is wrong in it, and what a person must decide. */
export function Preview({ preview }: { readonly preview: ShownPreview }) {
  const { counts, errors, errorCount, text, answers } = preview;
  const t = useText(visitorWords);
  const busy = useNavigation().state === "submitting";
  const ready = errorCount === 0 && counts.ask === 0 && counts.new + counts.known > 0;
  return (
    <Form method="post" encType="multipart/form-data" className="form wider">
      <h1>{t("preview")}</h1>
      <Headline preview={preview} />
      <ErrorSummary
        title={t("errors", { count: errorCount })}
        errors={errors.map((error) => ({
          field: cellName(error),
          sentence: `${t("row", { row: error.row })}. ${error.sentence}`,
        }))}
      />
      {errorCount > errors.length && <p className="note">{t("errorsMore", { shown: errors.length })}</p>}
      {/* Made anew where cells were mended: a field that stands keeps what it first held. */}
      <textarea key={text} name="text" defaultValue={text} hidden readOnly />
      <input type="hidden" name="event" value={answers.eventId} />
      {Object.entries(answers.rows).map(([row, value]) =>
        preview.shown.some((shown) => String(shown.row) === row) ? null : (
          <input key={row} type="hidden" name={`row-${row}`} value={value} />
        ),
      )}
      {errors.map((error) =>
        error.column === 0 ? null : (
          <TextInput
            key={cellName(error) + error.code}
            id={cellName(error)}
            name={cellName(error)}
            label={t("cell", { row: error.row, head: error.head })}
            defaultValue={error.text}
            error={error.sentence}
          />
        ),
      )}
      <Ticks preview={preview} />
      <Asks rows={preview.shown} answers={answers} open={counts.ask} />
      <div className="buttons">
        {ready && (
          <Button type="submit" name="intent" value="accept" loading={busy}>
            {t("accept")}
          </Button>
        )}
        <Button type="submit" name="intent" value="check" variant="outline">
          {t("check")}
        </Button>
      </div>
      <Columns columns={preview.columns} />
    </Form>
  );
}

function Headline({ preview: { counts, errorCount, late } }: { readonly preview: ShownPreview }) {
  const t = useText(visitorWords);
  return (
    <>
      <p className="under">
        {errorCount > 0 ? t("errorsUnder") : t("ready", counts)}
        {counts.again > 0 && ` ${t("readyAgain", counts)}`}
        {counts.skipped > 0 && ` ${t("readySkipped", counts)}`}
      </p>
      {late > 0 && <p className="notice">{t("late", { late })}</p>}
    </>
  );
}

function Ticks({ preview: { answers, unsigned, counts } }: { readonly preview: ShownPreview }) {
  const t = useText(visitorWords);
  return (
    <>
      {(unsigned > 0 || answers.skipUnsigned) && <p className="note">{t("unsigned", { count: unsigned })}</p>}
      <Checkbox name="haveSigned" value="yes" label={t("haveSigned")} defaultChecked={answers.haveSigned} />
      {(unsigned > 0 || answers.skipUnsigned) && (
        <Checkbox name="skipUnsigned" value="yes" label={t("skipUnsigned")} defaultChecked={answers.skipUnsigned} />
      )}
      {(counts.ask > 0 || answers.similarDiffer) && (
        <Checkbox name="similarDiffer" value="yes" label={t("similarDiffer")} defaultChecked={answers.similarDiffer} />
      )}
    </>
  );
}

/** Which column holds what; open where some column was not recognised. */
function Columns({ columns }: Pick<ShownPreview, "columns">) {
  const t = useText(visitorWords);
  const meanings = (["none", ...VISITOR_COLUMNS] as const).map((value) => ({ value, label: t(`column_${value}`) }));
  return (
    <details className="fold" open={columns.some(({ head, meaning }) => head !== "" && meaning === "none")}>
      <summary>{t("columns")}</summary>
      <div className="filter">
        {columns.map(({ column, head, meaning }) => (
          <NativeSelect
            key={column}
            name={`column-${column}`}
            label={t("column", { column, head })}
            data={meanings}
            defaultValue={meaning}
          />
        ))}
      </div>
    </details>
  );
}
