import { Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { BUILT_IN_KINDS, ORGANISERS } from "../../../src/event/contract.ts";
import type { EventChoices } from "../../../src/event/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useText } from "../../ui/text.ts";
import { eventWords } from "../words.ts";
import { AssociationField } from "./association-field.tsx";
import type { Found } from "./association-search.ts";
import { type FormValues, SITE_ROWS, type SiteValues } from "./values.ts";

export interface FieldsProps {
  readonly choices: EventChoices;
  readonly values: FormValues;
  /** The municipality's time zone, in words. */
  readonly zone: string;
  /** What was looked for of associations. */
  readonly found: Found;
}

const named = (list: readonly { readonly id: string; readonly name: string }[]) =>
  list.map(({ id, name }) => ({ value: id, label: name }));

/** What every form of an event asks. */
export function EventFields({ choices, values, zone, found }: FieldsProps) {
  const t = useText(eventWords);
  const none = { value: "", label: t("none") };
  const offered = choices.kinds.filter(({ ended, id }) => !ended || id === values.kind);
  const kinds = [
    ...BUILT_IN_KINDS.map((kind) => ({ value: kind as string, label: t(`kind_${kind}`) })),
    ...named(offered),
  ];
  const organisers = ORGANISERS.map((one) => ({ value: one, label: t(`organiser_${one}`) }));
  return (
    <>
      {/* What the key «Enter» presses: the first button of a form, and never a search. */}
      <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      <NativeSelect id="kind" name="kind" label={t("kind")} data={kinds} defaultValue={values.kind} />
      <TextInput id="title" name="title" label={t("title")} defaultValue={values.title} maxLength={300} required />
      <NativeSelect
        id="organiser"
        name="organiser"
        label={t("organiser")}
        data={organisers}
        defaultValue={values.organiser}
      />
      <AssociationField name="associationId" value={values.associationId} choices={choices} found={found} />
      <NativeSelect
        id="settlementId"
        name="settlementId"
        label={t("settlement")}
        data={[none, ...named(choices.settlements)]}
        defaultValue={values.settlementId}
      />
      <fieldset className="row-of-fields">
        <legend>{t("when")}</legend>
        <TextInput id="date" name="date" type="date" label={t("day")} defaultValue={values.date} required />
        <TextInput id="from" name="from" type="time" label={t("from")} defaultValue={values.from} required />
        <TextInput id="until" name="until" type="time" label={t("until")} defaultValue={values.until} required />
        <TextInput id="untilDate" name="untilDate" type="date" label={t("untilDate")} defaultValue={values.untilDate} />
        <p className="soft">{t("timesHint", { zone })}</p>
      </fieldset>
      <Sites choices={choices} values={values.sites} found={found} />
      <Hosts choices={choices} chosen={values.hosts} />
      <Textarea
        id="agenda"
        name="agenda"
        label={t("agenda")}
        description={t("agendaHint")}
        defaultValue={values.agenda}
        rows={5}
      />
      <Textarea
        id="description"
        name="description"
        label={t("description")}
        defaultValue={values.description}
        rows={3}
      />
      <NativeSelect
        id="activityId"
        name="activityId"
        label={t("activity")}
        data={[none, ...named(choices.activities)]}
        defaultValue={values.activityId}
      />
      <NativeSelect
        id="responsibleId"
        name="responsibleId"
        label={t("responsible")}
        data={[{ value: "", label: t("nobody") }, ...named(choices.staff)]}
        defaultValue={values.responsibleId}
      />
      <Checkbox
        name="takesRegistrations"
        value="yes"
        label={t("takesRegistrations")}
        defaultChecked={values.takesRegistrations}
      />
      <TextInput
        id="capacity"
        name="capacity"
        label={t("capacity")}
        description={t("capacityHint")}
        defaultValue={values.capacity}
        inputMode="numeric"
      />
    </>
  );
}

interface SitesProps extends Pick<FieldsProps, "choices" | "found"> {
  readonly values: readonly SiteValues[];
}

function Sites({ choices, values, found }: SitesProps) {
  const t = useText(eventWords);
  const rows = Math.max(SITE_ROWS, values.length + 2);
  return (
    <fieldset id="sites">
      <legend>{t("sites")}</legend>
      {Array.from({ length: rows }, (_, at) => {
        const site = values[at];
        return (
          <div key={site?.id ?? `new ${at}`} className="row-of-fields">
            <input type="hidden" name="siteNumber" value={at} />
            <input type="hidden" name={`site-${at}-id`} value={site?.id ?? ""} />
            <TextInput name={`site-${at}-place`} label={`${at + 1}. ${t("place")}`} defaultValue={site?.place ?? ""} />
            <TextInput
              name={`site-${at}-point`}
              label={t("pointField")}
              placeholder="54,3682; 81,8880"
              defaultValue={site?.point ?? ""}
            />
            <AssociationField
              name={`site-${at}-association`}
              value={site?.associationId ?? ""}
              choices={choices}
              found={found}
              isShort
            />
            <NativeSelect
              name={`site-${at}-settlement`}
              label={t("settlement")}
              data={[{ value: "", label: t("none") }, ...named(choices.settlements)]}
              defaultValue={site?.settlementId ?? ""}
            />
            <NativeSelect
              name={`site-${at}-responsible`}
              label={t("responsible")}
              data={[{ value: "", label: t("nobody") }, ...named(choices.staff)]}
              defaultValue={site?.responsibleId ?? ""}
            />
          </div>
        );
      })}
      <p className="soft">{t("moreSites")}</p>
    </fieldset>
  );
}

function Hosts({ choices, chosen }: { readonly choices: EventChoices; readonly chosen: readonly string[] }) {
  const t = useText(eventWords);
  const href = useHref();
  if (choices.officials.length === 0) {
    return (
      <p id="hosts" className="soft">
        {t("hostsNone")} <a href={href(paths.officials)}>{t("hostsEnter")}</a>
      </p>
    );
  }
  return (
    <fieldset id="hosts">
      <legend>{t("hosts")}</legend>
      <p className="soft">{t("hostsHint")}</p>
      {choices.officials.map(({ id, name, office }) => (
        <Checkbox key={id} name="hosts" value={id} label={`${name}, ${office}`} defaultChecked={chosen.includes(id)} />
      ))}
    </fieldset>
  );
}
