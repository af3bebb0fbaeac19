import { TextInput } from "@mantine/core";
import { SIGN_OFF_MOVES, type SignOffMove } from "../../../src/indicator/sign-off/views.ts";
import type { ActualView } from "../../../src/indicator/views.ts";
import { FoldForm } from "../../app/fold-form.tsx";
import type { RefusedForm } from "../../app/form.ts";
import { useRootData } from "../../app/root-data.ts";
import { formatInstant } from "../../ui/dates.ts";
import { showFigure } from "../../ui/exact.ts";
import { useLanguage } from "../../ui/language.ts";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { indicatorWords } from "../words.ts";
import { DifferenceTable } from "./changes.tsx";

interface Props {
  readonly view: ActualView;
  readonly refused: RefusedForm | undefined;
}

/** What was proposed and confirmed of the period, what is different by now, and what may be done next. */
export function SignOff({ view, refused }: Props) {
  const t = useText(indicatorWords);
  const language = useLanguage();
  const { signed, actual, moves } = view;
  const offered = moves.filter((move) => move !== "propose" || actual.value !== null);
  const show = (value: string | null) => (value === null ? "–" : showFigure(value, language));
  const isSigned = signed.state === "signed";
  return (
    <section className="part">
      <h2>{t("signOff")}</h2>
      <p>
        <Mark kind={isSigned ? "done" : signed.state === "returned" ? "warning" : "none"}>
          {t(`state-${signed.state}`)}
        </Mark>{" "}
        {isSigned && t("signedValue", { value: show(signed.value) })}
        {signed.state === "proposed" && t("proposedValue", { value: show(signed.value) })}
      </p>
      {!signed.isIntact && <p className="notice is-past">{t("signedBroken")}</p>}
      {isSigned && signed.difference && (
        <>
          <p className="notice">{t("signedDifferent", { value: show(signed.difference.after) })}</p>
          <DifferenceTable difference={signed.difference} />
        </>
      )}
      {offered.map((move, at) => (
        <MoveForm key={move} move={move} isMain={at === 0} view={view} refused={refused} />
      ))}
      {signed.steps.length > 0 && <History view={view} />}
    </section>
  );
}

function MoveForm({ move, isMain, view, refused }: Props & { readonly move: SignOffMove; readonly isMain: boolean }) {
  const t = useText(indicatorWords);
  const language = useLanguage();
  const { actual, signed } = view;
  const value = actual.value ?? "";
  const hint = t(`hint-${move}`, { value: value && showFigure(value, language) });
  return (
    <FoldForm intent={move} summary={t(`move-${move}`)} submit={t(`move-${move}`)} {...{ hint, refused, isMain }}>
      <input type="hidden" name="year" value={actual.year} />
      <input type="hidden" name="until" value={actual.until} />
      <input type="hidden" name="step" value={signed.lastStep} />
      <input type="hidden" name="value" value={value} />
      {SIGN_OFF_MOVES[move].needsReason && (
        <TextInput id={`${move}-reason`} name="reason" label={t("reason")} maxLength={1000} />
      )}
    </FoldForm>
  );
}

function History({ view }: { readonly view: ActualView }) {
  const t = useText(indicatorWords);
  const language = useLanguage();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  return (
    <details className="fold">
      <summary>{t("history")}</summary>
      <ul>
        {view.signed.steps.map(({ step, move, at, by, reason, hash }) => (
          <li key={step}>
            {`${formatInstant(at, timeZone, language)}: ${t(`did-${move}`)}, ${by ?? t("erased")}`}
            {reason && ` — ${reason}`}
            {hash && <small className="note place">{`SHA-256 ${hash.slice(0, 16)}…`}</small>}
          </li>
        ))}
      </ul>
    </details>
  );
}
