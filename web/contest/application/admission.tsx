import { Button, Textarea, TextInput } from "@mantine/core";
import { Form, useLoaderData } from "react-router";
import { canMoveApplication } from "../../../src/contest/application/contract.ts";
import type { CheckLine } from "../../../src/contest/index.ts";
import { FoldForm } from "../../app/fold-form.tsx";
import type { RefusedForm } from "../../app/form.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import type { loader } from "./load.ts";
import { applicationWords } from "./words.ts";

interface Props {
  readonly lines: readonly CheckLine[];
  readonly refused: RefusedForm | undefined;
}

/** «Допуск»: the checklist by rule and by person, and the decision. */
export function Admission({ lines, refused }: Props) {
  const { application, today } = useLoaderData<typeof loader>();
  const t = useText(applicationWords);
  const moves = (["admit", "return", "refuse"] as const).filter((move) => canMoveApplication(move, application.state));
  return (
    <section className="part" id="admission">
      <h2>{t("admission")}</h2>
      <FigureTable
        name={t("admission")}
        columns={[
          { key: "line", head: t("line_") },
          { key: "met", head: t("met"), label: t("met") },
          { key: "found", head: t("found"), label: t("found") },
        ]}
        rows={lines.map((line) => ({
          key: line.key,
          cells: {
            line: (
              <div>
                {nameLine(line, t)}
                <span className="note place">{t(line.by === "rule" ? "byRule" : "byPerson")}</span>
              </div>
            ),
            met: <Met isMet={line.isMet} />,
            found: (
              <div>
                {line.seen}
                {line.note && <span className="place">{line.note}</span>}
                {line.by === "person" && moves.length > 0 && <Answer line={line.key} />}
              </div>
            ),
          },
        }))}
      />
      {moves.map((move) => (
        <FoldForm
          key={move}
          intent={move}
          summary={t(move)}
          submit={t(move)}
          hint={t(`hint_${move}`)}
          refused={refused}
          isMain={move === "admit"}
        >
          <input type="hidden" name="version" value={application.version} />
          {move !== "admit" && (
            <Textarea
              name="reason"
              label={t(`reason_${move}`)}
              rows={2}
              maxLength={2000}
              defaultValue={refused?.typed.reason ?? ""}
            />
          )}
          {move === "return" && (
            <TextInput
              name="until"
              type="date"
              label={t("untilDay")}
              min={today}
              defaultValue={refused?.typed.until ?? ""}
            />
          )}
        </FoldForm>
      ))}
    </section>
  );
}

type Say = ReturnType<typeof useText<typeof applicationWords.ru>>;

function nameLine({ name, key }: CheckLine, t: Say): string {
  return name ?? t(`rule-${key as "form"}`);
}

function Met({ isMet }: { readonly isMet: boolean | null }) {
  const t = useText(applicationWords);
  if (isMet === null) return <Mark kind="warning">{t("met_wait")}</Mark>;
  return <Mark kind={isMet ? "done" : "error"}>{t(isMet ? "met_yes" : "met_no")}</Mark>;
}

function Answer({ line }: { readonly line: string }) {
  const t = useText(applicationWords);
  return (
    <Form method="post" className="answer">
      <input type="hidden" name="line" value={line} />
      <input type="hidden" name="intent" value="answer" />
      <TextInput name="note" label={t("note")} maxLength={1000} />
      <div className="buttons">
        <Button type="submit" name="met" value="yes" variant="outline">
          {t("yes")}
        </Button>
        <Button type="submit" name="met" value="no" variant="outline">
          {t("no")}
        </Button>
      </div>
    </Form>
  );
}
