import { Button } from "@mantine/core";
import type { KeyboardEvent } from "react";
import { type ActionFunctionArgs, Form, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import type { SheetEntry } from "../../../src/event/index.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { readTyped } from "../../app/form.ts";
import { paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useText } from "../../ui/text.ts";
import { act, type Refused, readText } from "../parts/act.ts";
import { loadPaper, type PaperFacts } from "./load.ts";
import { paperWords } from "./words.ts";

export const loader = (args: LoaderFunctionArgs) => loadPaper(args);

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const given = { sheetId: args.params.sheet ?? "", entries: readEntries(form) };
  const acted = await act(doors, form, () => doors.run((ctx) => doors.events.attendance.enterSheet(ctx, given)));
  if (acted.refused) return acted.refused;
  const { outcome, refusedRows } = acted.done;
  return { entered: outcome.done.length, late: outcome.late.length, refusedRows, typed: readTyped(form) };
}

/** The rows that are signed, as the grid sent them. */
function readEntries(form: FormData): readonly SheetEntry[] {
  return form.getAll("signed").map((value) => {
    const position = Number(value);
    const [name, birthYear] = [readText(form, `name-${position}`), readText(form, `year-${position}`)];
    return { position, name, birthYear, signed: true };
  });
}

type Acted =
  | Refused
  | { entered: number; late: number; refusedRows: readonly number[]; typed: Readonly<Record<string, string>> };

/** The grid into which a signed sheet is typed; keys alone are enough. */
export default function EnterSheet() {
  const paper = useLoaderData<typeof loader>();
  const acted = useActionData<Acted>();
  const t = useText(paperWords);
  const { number } = paper;
  const done = acted && "entered" in acted ? acted : undefined;
  const wrong = new Set(done?.refusedRows);
  const errors = [
    ...(acted && "code" in acted ? [{ field: "grid", sentence: acted.sentence }] : []),
    ...paper.rows
      .filter(({ position }) => wrong.has(position))
      .map(({ position, code }) => ({ field: `name-${position}`, sentence: t("rowRefused", { code }) })),
  ];
  return (
    <>
      <title>{t("entryTitle", { number })}</title>
      <Crumbs
        above={[
          { path: paths.deskEvent(paper.eventId), text: paper.title },
          { path: paths.paperSheets(paper.eventId), text: t("sheets") },
        ]}
        here={t("entryTitle", { number })}
      />
      <h1>{t("entryTitle", { number })}</h1>
      <p className="under">{paper.place}</p>
      {done && (
        <p className="notice" role="status">
          {t("saved", { count: done.entered })} {done.late > 0 && t("lateRows", { count: done.late })}
        </p>
      )}
      <ErrorSummary title={t("problem")} errors={errors} />
      <p className="note">{t("entryHint")}</p>
      <Form method="post" id="grid" onKeyDown={goDown}>
        <Grid paper={paper} wrong={wrong} typed={acted?.typed ?? {}} />
        <p>
          <Button type="submit">{t("save")}</Button>
        </p>
      </Form>
    </>
  );
}

interface GridProps {
  readonly paper: PaperFacts;
  readonly wrong: ReadonlySet<number>;
  readonly typed: Readonly<Record<string, string>>;
}

function Grid({ paper, wrong, typed }: GridProps) {
  const t = useText(paperWords);
  return (
    <table className="cards entry-rows">
      <thead>
        <tr>
          <th scope="col">{t("code")}</th>
          <th scope="col">{t("signed")}</th>
          <th scope="col">{t("name")}</th>
          <th scope="col">{t("birthYear")}</th>
        </tr>
      </thead>
      <tbody>
        {paper.rows.map(({ position, code, name, birthYear, entered }) => (
          <tr key={`${position} ${entered}`} className={wrong.has(position) ? "is-wrong" : undefined}>
            <th scope="row">{code}</th>
            <td data-label={t("signed")}>
              {entered ? (
                t("isEntered")
              ) : (
                <input
                  type="checkbox"
                  name="signed"
                  value={position}
                  aria-label={t("signedOf", { code })}
                  data-column="signed"
                  defaultChecked={wrong.has(position)}
                />
              )}
            </td>
            <td data-label={t("name")}>
              {name ?? (
                <input
                  id={`name-${position}`}
                  name={`name-${position}`}
                  aria-label={t("nameOf", { code })}
                  data-column="name"
                  defaultValue={typed[`name-${position}`] ?? ""}
                  autoComplete="off"
                />
              )}
            </td>
            <td data-label={t("birthYear")}>
              {name ? (
                birthYear
              ) : (
                <input
                  name={`year-${position}`}
                  aria-label={t("yearOf", { code })}
                  data-column="year"
                  defaultValue={typed[`year-${position}`] ?? ""}
                  inputMode="numeric"
                  maxLength={4}
                  autoComplete="off"
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Enter goes to the same field of the next row, as in a spreadsheet; in the last row it sends. */
function goDown(event: KeyboardEvent<HTMLFormElement>): void {
  const field = event.target;
  if (event.key !== "Enter" || !(field instanceof HTMLInputElement)) return;
  const column = field.dataset.column ?? "";
  const fields = [...event.currentTarget.querySelectorAll<HTMLInputElement>(`[data-column="${column}"]`)];
  const next = fields[fields.indexOf(field) + 1];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
