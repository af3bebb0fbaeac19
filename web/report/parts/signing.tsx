import { TextInput } from "@mantine/core";
import { REPORT_MOVES, type ReportMove } from "../../../src/report/sign/views.ts";
import type { ReportView } from "../../../src/report/views.ts";
import { FoldForm } from "../../app/fold-form.tsx";
import type { RefusedForm } from "../../app/form.ts";
import { useRootData } from "../../app/root-data.ts";
import { formatDate, formatInstant } from "../../ui/dates.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { reportWords } from "../words.ts";

interface Props {
  readonly view: ReportView;
  readonly refused: RefusedForm | undefined;
  readonly today: string;
}

/** What is missing, the steps that may be made, and those that were. */
export function Signing({ view, refused, today }: Props) {
  const t = useText(reportWords);
  const language = useLanguage();
  const isRunning = today <= view.content.until;
  return (
    <section className="part">
      <h2>{t("signing")}</h2>
      {isRunning && <p className="under">{t("running", { until: formatDate(view.content.until, language) })}</p>}
      {!isRunning && view.gaps.length > 0 && <Gaps view={view} />}
      {!isRunning &&
        view.moves
          .filter((move) => move !== "sign" || view.gaps.length === 0)
          .map((move) => <Move key={move} move={move} view={view} refused={refused} />)}
      <Steps view={view} />
    </section>
  );
}

/** Each leads to its field. */
function Gaps({ view }: Pick<Props, "view">) {
  const t = useText(reportWords);
  return (
    <>
      <p>{t("gapsTitle")}:</p>
      <ul>
        {view.gaps.map(({ field, number, name, part }) => (
          <li key={`${part} ${field}`}>
            <a href={`#reason:${field.replace(" ", "_")}`}>
              <Words>{t("gap", { number, name })}</Words>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Move({ move, view, refused }: Omit<Props, "today"> & { readonly move: ReportMove }) {
  const t = useText(reportWords);
  const typed = refused?.intent === move ? refused.typed : undefined;
  return (
    <FoldForm
      intent={move}
      summary={t(move)}
      submit={t(move)}
      hint={move === "sign" ? t("signHint") : undefined}
      refused={refused}
      isMain={move !== "return"}
    >
      <input type="hidden" name="version" value={view.version} />
      <input type="hidden" name="seen" value={view.seen} />
      {REPORT_MOVES[move].needsReason && (
        <TextInput
          name="reason"
          label={t(move === "accept" ? "acceptReason" : "returnReason")}
          defaultValue={typed?.reason ?? ""}
          maxLength={1000}
        />
      )}
    </FoldForm>
  );
}

function Steps({ view }: Pick<Props, "view">) {
  const t = useText(reportWords);
  const language = useLanguage();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  if (view.steps.length === 0) return null;
  return (
    <details className="fold">
      <summary>{t("steps")}</summary>
      <ul>
        {view.steps.map(({ step, move, at, by, reason, hash }) => (
          <li key={step}>
            {`${formatInstant(at, timeZone, language)}: ${t(`did-${move}`)}, ${by ?? t("erased")}`}
            {reason && ` — ${reason}`}
            {hash && <small className="note place">{`SHA-256 ${hash}`}</small>}
          </li>
        ))}
      </ul>
    </details>
  );
}
