import { Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { BUILT_IN_KINDS } from "../../../src/event/contract.ts";
import { MONEY_UNITS } from "../../../src/indicator/contract.ts";
import type { PassportForm } from "../../../src/indicator/views.ts";
import { PUBLICATION_KINDS } from "../../../src/news/contract.ts";
import { useText } from "../../ui/text.ts";
import { oneLine } from "../../ui/typography.ts";
import { type Ticked, WAYS } from "../read-passport.ts";
import { indicatorWords } from "../words.ts";
import { wayOf } from "./way.ts";

interface Props {
  readonly form: PassportForm;
  readonly typed: Readonly<Record<string, string>>;
  readonly ticked: Ticked;
}

/** From which records, and what that way asks for; what another way asks for is put away by the style sheet and not looked at. */
export function WayFields({ form, typed, ticked }: Props) {
  const t = useText(indicatorWords);
  const computation = form.passport?.computation ?? null;
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
        <Checkbox.Group label={t("eventKinds")} defaultValue={[...ticked.eventKinds]}>
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
          defaultChecked={ticked.of.includes("population")}
        />
      </div>
      <div className="of-way of-money">
        <Checkbox.Group label={t("moneyActivities")} defaultValue={[...ticked.activityIds]}>
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
      <div className="of-way of-publications">
        <Checkbox.Group label={t("publicationKinds")} defaultValue={[...ticked.kinds]}>
          {PUBLICATION_KINDS.map((kind) => (
            <Checkbox key={kind} name="kinds" value={kind} label={t(`publication-${kind}`)} />
          ))}
        </Checkbox.Group>
      </div>
      {form.contests.length > 0 && (
        <div className="of-way of-contests">
          <Checkbox.Group label={t("contestIds")} defaultValue={[...ticked.contestIds]}>
            {form.contests.map(({ id, name }) => (
              <Checkbox key={id} name="contestIds" value={id} label={name} />
            ))}
          </Checkbox.Group>
        </div>
      )}
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
