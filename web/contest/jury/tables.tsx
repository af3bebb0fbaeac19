import type { JuryView, ReviewRow } from "../../../src/contest/index.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { juryWords } from "./words.ts";

/** Jurors with how far they are, and from what they are recused. */
export function JurorTable({ jury }: { readonly jury: JuryView }) {
  const t = useText(juryWords);
  return (
    <FigureTable
      name={t("title")}
      columns={[
        { key: "name", head: t("juror") },
        { key: "recusals", head: t("recusals"), label: t("recusals") },
        { key: "given", head: t("given"), label: t("given"), number: true },
        { key: "owed", head: t("owed"), label: t("owed"), number: true },
      ]}
      rows={jury.jurors.map((juror) => ({
        key: juror.id,
        cells: {
          name: (
            <div>
              {juror.name}
              {juror.isChair && <span className="note place">{t("chair")}</span>}
              {juror.isRemoved && <span className="note place">{t("removed")}</span>}
            </div>
          ),
          recusals: jury.recusals
            .filter(({ jurorId }) => jurorId === juror.id)
            .map(({ applicationId, basis }) => (
              <span key={applicationId} className="place">
                <Words>{basis}</Words>
              </span>
            )),
          given: String(juror.given),
          owed: String(juror.owed),
        },
      }))}
    />
  );
}

interface ReviewProps {
  readonly reviews: readonly ReviewRow[];
  readonly jury: JuryView;
}

/** Which sheets are in; what stands in them only once all are. */
export function ReviewTable({ reviews, jury }: ReviewProps) {
  const t = useText(juryWords);
  const names = new Map(jury.jurors.map(({ id, name }) => [id, name]));
  return (
    <FigureTable
      name={t("progress")}
      columns={[
        { key: "application", head: t("application") },
        { key: "juror", head: t("juror"), label: t("juror") },
        { key: "state", head: t("sheet"), label: t("sheet") },
      ]}
      rows={reviews
        .toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0))
        .map(({ applicationId, jurorId, number, title, isSubmitted }) => ({
          key: `${applicationId} ${jurorId}`,
          cells: {
            application: (
              <span>
                № {number} <Words>{title}</Words>
              </span>
            ),
            juror: names.get(jurorId) ?? "",
            state: <Mark kind={isSubmitted ? "done" : "none"}>{t(isSubmitted ? "in" : "notIn")}</Mark>,
          },
        }))}
    />
  );
}
