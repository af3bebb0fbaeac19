import { Button, TextInput } from "@mantine/core";
import { Form } from "react-router";
import type { BoundaryCard, BoundaryRecord } from "../../../src/registry/boundary/views.ts";
import { useRootData } from "../../app/root-data.ts";
import { formatDate, formatInstant } from "../../ui/dates.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { formatHectares } from "../../ui/map/hectares.ts";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { mapWords } from "./words.ts";

/** Every record of the boundary, the newest first; the newest one that stands can be cancelled. */
export function BoundaryHistory({ card, may }: { readonly card: BoundaryCard; readonly may: boolean }) {
  const t = useText(mapWords);
  const language = useLanguage();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  const last = card.history.find(({ cancellation }) => cancellation === null);
  return (
    <section className="part" id="history">
      <h2>{t("history")}</h2>
      {card.history.length === 0 ? (
        <p className="under">{t("historyNone")}</p>
      ) : (
        <FigureTable
          name={t("history")}
          columns={[
            { key: "since", head: t("since") },
            { key: "act", head: t("act"), label: t("act") },
            { key: "state", head: t("recorded"), label: t("recorded") },
            { key: "area", head: t("area"), label: t("area"), number: true },
          ]}
          rows={card.history.map((record) => ({
            key: record.id,
            cells: {
              since: formatDate(record.since, language),
              act: <Act record={record} />,
              state: (
                <div>
                  {formatInstant(record.recordedAt, timeZone, language)}
                  {record.cancellation && (
                    <span className="place">
                      <Mark kind="warning">{t("cancelled", { basis: record.cancellation.basis })}</Mark>
                    </span>
                  )}
                  {record.id === card.inForce?.id && <span className="note place">{t("inForce")}</span>}
                </div>
              ),
              area: formatHectares(record.squareMetres, language),
            },
          }))}
        />
      )}
      {may && last && <Cancel id={last.id} number={last.number} />}
    </section>
  );
}

function Act({ record: { act } }: { readonly record: BoundaryRecord }) {
  const t = useText(mapWords);
  const language = useLanguage();
  const number = act.number === "" ? "" : ` № ${act.number}`;
  return (
    <>
      {t(`act-${act.kind}`)}
      {number}
      {act.date && `, ${formatDate(act.date, language)}`}
    </>
  );
}

function Cancel({ id, number }: { readonly id: string; readonly number: number }) {
  const t = useText(mapWords);
  return (
    <details className="fold">
      <summary>{t("cancelTitle", { number })}</summary>
      <Form method="post" className="form">
        <input type="hidden" name="record" value={id} />
        <TextInput id="basis" name="basis" label={t("cancelBasis")} required maxLength={500} />
        <Button type="submit" name="intent" value="cancel" variant="outline">
          {t("cancel")}
        </Button>
      </Form>
    </details>
  );
}
