import { TextInput } from "@mantine/core";
import { TIME_ZONES } from "../../../src/access/set-up/views.ts";
import { MUNICIPALITY_KINDS } from "../../../src/access/tenant/views.ts";
import { useText } from "../../ui/text.ts";
import { Choice, type FieldsProps } from "./choice.tsx";
import { setUpWords } from "./words.ts";

/** The second step: names, kind, address, time zone, and the population where one has it. */
export function MunicipalityFields({ value, error }: FieldsProps) {
  const t = useText(setUpWords);
  const field = (name: "name" | "nameGenitive" | "nameShort" | "slug") => (
    <TextInput
      id={name}
      name={name}
      label={t(name)}
      description={t(`${name}Hint`)}
      defaultValue={value(name)}
      error={error(name)}
      maxLength={200}
    />
  );
  return (
    <section className="part">
      <h2>{t("stepMunicipality")}</h2>
      {field("name")}
      {field("nameGenitive")}
      {field("nameShort")}
      <Choice
        name="kind"
        label={t("kind")}
        value={value("kind") || "district"}
        error={error("kind")}
        options={MUNICIPALITY_KINDS.map((kind) => [kind, t(`kind_${kind}`)])}
      />
      {field("slug")}
      <Choice
        name="timeZone"
        label={t("timeZone")}
        hint={t("timeZoneHint")}
        value={value("timeZone")}
        error={error("timeZone")}
        options={[["", t("timeZoneChoose")], ...TIME_ZONES.map((zone) => nameZone(zone, t("moscow")))]}
      />
      <PopulationFields value={value} error={error} />
    </section>
  );
}

function nameZone([name, city, hours]: (typeof TIME_ZONES)[number], moscow: string): readonly [string, string] {
  const sign = hours < 0 ? "−" : "+";
  return [name, `${city} (${moscow}${hours === 0 ? "" : `${sign}${Math.abs(hours)}`})`];
}

function PopulationFields({ value, error }: FieldsProps) {
  const t = useText(setUpWords);
  return (
    <fieldset className="choices">
      <legend>{t("population")}</legend>
      <p className="note whole">{t("populationHint")}</p>
      {(["year", "people"] as const).map((name) => (
        <TextInput
          key={name}
          id={name}
          name={name}
          label={t(name)}
          inputMode="numeric"
          defaultValue={value(name)}
          error={error(name)}
          maxLength={12}
        />
      ))}
      <TextInput
        className="whole"
        id="source"
        name="source"
        label={t("source")}
        description={t("sourceHint")}
        defaultValue={value("source")}
        error={error("source")}
        maxLength={500}
      />
    </fieldset>
  );
}
