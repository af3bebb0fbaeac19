import { Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { BUILT_IN_KINDS } from "../../../src/event/contract.ts";
import { MONEY_UNITS } from "../../../src/indicator/contract.ts";
import type { PassportForm } from "../../../src/indicator/views.ts";
import { useText } from "../../ui/text.ts";
import { oneLine } from "../../ui/typography.ts";
import { WAYS } from "../read-passport.ts";
import { indicatorWords } from "../words.ts";
import { wayOf } from "./way.ts";

interface Props {
  readonly form: PassportForm;
  readonly typed: Readonly<Record<string, string>>;
}

/** From which records, and what that way asks for; what another way asks for is put away by the style sheet and not looked at. */
export function WayFields({ form, typed }: Props) {
  const t = useText(indicatorWords);
  const computation = form.passport?.computation ?? null;
  const kinds = computation && "eventKinds" in computation ? computation.eventKinds : [];
  const money = computation?.kind === "money" ? computation : null;
  const given =
    computation?.kind === "seats" && computation.denominator.kind === "given" ? computation.denominator : null;
  const events = [
    ...BUILT_IN_KINDS.map((kind) => [kind, t(`kind-${kind}`)]),
    ...form.ownKinds.map(({ id, name }) => [id, name]),
  ];
  return (
    <>
      <NativeSelect
        id="way"
        name="way"
        label={t("way")}
        data={WAYS.map((way) => ({ value: way, label: t(way) }))}
        defaultValue={typed.way ?? (computation ? wayOf(computation) : "way-own-sum")}
      />
      <div className="of-way of-events">
        <Checkbox.Group label={t("eventKinds")} defaultValue={kinds}>
          {events.map(([value = "", label = ""]) => (
            <Checkbox key={value} name="eventKinds" value={value} label={label} />
          ))}
        </Checkbox.Group>
      </div>
      <div className="of-way of-people">
        <Checkbox
          name="of"
          value="population"
          label={t("ofPopulation")}
          defaultChecked={computation?.kind === "people" && computation.of === "population"}
        />
      </div>
      <div className="of-way of-money">
        <Checkbox.Group label={t("moneyActivities")} defaultValue={money?.activityIds ?? []}>
          {form.activities.map(({ id, name, position }) => (
            <Checkbox key={id} name="activityIds" value={id} label={`${position}. ${oneLine(name)}`} />
          ))}
        </Checkbox.Group>
        <NativeSelect
          name="unit"
          label={t("moneyUnit")}
          data={MONEY_UNITS.map((unit) => ({ value: unit, label: t(`unit-${unit}`) }))}
          defaultValue={typed.unit ?? money?.unit ?? "thousand"}
        />
      </div>
      <div className="of-way of-seats">
        <TextInput
          name="denominator"
          inputMode="numeric"
          label={t("denominator")}
          defaultValue={typed.denominator ?? (given ? String(given.value) : "")}
        />
        <TextInput
          name="denominatorWords"
          label={t("denominatorWords")}
          maxLength={300}
          defaultValue={typed.denominatorWords ?? given?.words ?? ""}
        />
      </div>
    </>
  );
}
