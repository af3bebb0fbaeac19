import { Button, Checkbox, TextInput } from "@mantine/core";
import { Form, useNavigation } from "react-router";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useText } from "../../ui/text.ts";
import { registryWords } from "../words.ts";
import { Columns } from "./columns.tsx";
import { RowTable } from "./row-table.tsx";
import type { ShownPreview } from "./shown.ts";

const cellName = ({ row, column }: { readonly row: number; readonly column: number }) => `cell-${row}:${column}`;

/** What would become of a table, what is wrong in it, and what a person must decide. */
export function Preview({ preview }: { readonly preview: ShownPreview }) {
  const { rows, errors, newSettlements, text, answers } = preview;
  const t = useText(registryWords);
  const busy = useNavigation().state === "submitting";
  const count = (state: string) => rows.filter((row) => row.state === state).length;
  const asks = count("ask");
  const changes = count("new") + count("changed");
  const ready = errors.length === 0 && asks === 0 && changes > 0;
  return (
    <Form method="post" encType="multipart/form-data">
      <h1>{t("importPreview")}</h1>
      <p className="under">{useHeadline(preview)}</p>
      <ErrorSummary
        title={t("importErrors", { count: errors.length })}
        errors={errors.map((error) => ({
          field: cellName(error),
          sentence: `${t("importRow", { row: error.row })}. ${error.sentence}`,
        }))}
      />
      {/* Made anew where cells were mended: a field that stands keeps what it first held. */}
      <textarea key={text} name="text" defaultValue={text} hidden readOnly />
      {Object.entries(answers.cells).map(([place, value]) =>
        errors.some((error) => cellName(error) === `cell-${place}`) ? null : (
          <input key={place} type="hidden" name={`cell-${place}`} value={value} />
        ),
      )}
      {(newSettlements.length > 0 || answers.addSettlements) && (
        <p>
          <Checkbox
            name="settlements"
            value="add"
            defaultChecked={answers.addSettlements}
            label={t("addSettlements", { names: newSettlements.join(", ") })}
          />
        </p>
      )}
      <Errors errors={errors} />
      <div className="buttons">
        {ready && (
          <Button type="submit" name="intent" value="accept" loading={busy}>
            {t("importAccept")}
          </Button>
        )}
        <Button type="submit" name="intent" value="check" variant="outline">
          {t("importCheck")}
        </Button>
      </div>
      <RowTable rows={rows} answers={answers} />
      <Columns columns={preview.columns} />
    </Form>
  );
}

function useHeadline({ rows, errors }: ShownPreview): string {
  const t = useText(registryWords);
  const count = (state: string) => rows.filter((row) => row.state === state).length;
  if (errors.length > 0) return t("importErrorsUnder");
  if (count("ask") > 0) return t("importAsks", { count: count("ask") });
  const [entered, changed] = [count("new"), count("changed")];
  return entered + changed === 0 ? t("importSame") : t("importReady", { entered, changed });
}

/** A cell that is wrong can be mended here. */
function Errors({ errors }: Pick<ShownPreview, "errors">) {
  const t = useText(registryWords);
  const cells = errors.filter(({ column }) => column > 0);
  if (cells.length === 0) return null;
  return (
    <div className="form narrow wider">
      {cells.map((error) => (
        <TextInput
          key={cellName(error) + error.code}
          id={cellName(error)}
          name={cellName(error)}
          label={t("importCell", { row: error.row, head: error.head })}
          defaultValue={error.text}
          error={error.sentence}
        />
      ))}
    </div>
  );
}
