import { Button, TextInput } from "@mantine/core";
import { Form } from "react-router";
import { type Clock, nextStep, readClocks } from "../../../src/access/personal/incident.ts";
import type { IncidentView } from "../../../src/access/personal/views.ts";
import { useRootData } from "../../app/root-data.ts";
import { formatInstant } from "../../ui/dates.ts";
import { useLanguage } from "../../ui/language.ts";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { settingsWords } from "./words.ts";

interface Props {
  readonly incidents: readonly IncidentView[];
  readonly now: Date;
  readonly mayOperate: boolean;
}

/** Incidents with their clocks, and the form that starts them. */
export function Incidents({ incidents, now, mayOperate }: Props) {
  const t = useText(settingsWords);
  return (
    <section id="incident">
      <h2>{t("incidentsTitle")}</h2>
      {incidents.length === 0 && <p>{t("incidentsNone")}</p>}
      {incidents.map((incident) => (
        <Incident key={incident.id} incident={incident} now={now} mayOperate={mayOperate} />
      ))}
      {mayOperate && <OpenForm />}
    </section>
  );
}

function Incident({ incident, now, mayOperate }: { incident: IncidentView; now: Date; mayOperate: boolean }) {
  const t = useText(settingsWords);
  const at = useInstant();
  const next = nextStep(incident.steps);
  return (
    <div className="item">
      <h3>{`${t("incidentTitle", { number: incident.number })}, ${t("incidentFound", { at: at(incident.foundAt) })}`}</h3>
      <p className="consent-text">{incident.description}</p>
      {readClocks(incident, now).map((clock) => (
        <p key={clock.step}>
          {t(`step_${clock.step}`)}: <ClockMark clock={clock} />
        </p>
      ))}
      {incident.steps.map(({ step, doneAt, note }) => (
        <p key={step} className="note">
          {`${at(doneAt)}: ${note}`}
        </p>
      ))}
      {mayOperate && next && (
        <Form method="post" className="form wider">
          <input type="hidden" name="id" value={incident.id} />
          <input type="hidden" name="step" value={next} />
          <TextInput id={`note-${incident.id}`} name="note" label={`${t(`step_${next}`)}. ${t("incidentNote")}`} />
          <Button type="submit" name="intent" value="step" variant="outline">
            {t("incidentStep")}
          </Button>
        </Form>
      )}
    </div>
  );
}

const KINDS = { kept: "done", running: "warning", missed: "error", late: "error" } as const;

function ClockMark({ clock }: { readonly clock: Clock }) {
  const t = useText(settingsWords);
  const at = useInstant();
  const values = { until: at(clock.until), at: clock.doneAt ? at(clock.doneAt) : "" };
  return <Mark kind={KINDS[clock.state]}>{t(`clock_${clock.state}`, values)}</Mark>;
}

function useInstant(): (instant: Date) => string {
  const language = useLanguage();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  return (instant) => formatInstant(instant.toISOString(), timeZone, language);
}

function OpenForm() {
  const t = useText(settingsWords);
  return (
    <details>
      <summary>{t("incidentOpenTitle")}</summary>
      <Form method="post" className="form wider">
        <TextInput id="foundAt" name="foundAt" type="datetime-local" label={t("incidentFoundAt")} />
        <div>
          <label htmlFor="description">{t("incidentDescription")}</label>
          <textarea id="description" name="description" rows={4} />
        </div>
        <Button type="submit" name="intent" value="incident" variant="outline">
          {t("incidentOpen")}
        </Button>
      </Form>
    </details>
  );
}
