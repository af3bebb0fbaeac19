import { Checkbox, TextInput } from "@mantine/core";
import { QUARTERS } from "../../../src/kernel/quarter.ts";
import type { ReportForm } from "../../../src/report/contract.ts";
import type { RefusedForm } from "../../app/form.ts";
import { useText } from "../../ui/text.ts";
import { reportWords } from "../words.ts";

interface Props {
  readonly form: ReportForm;
  readonly typed: RefusedForm["typed"] | undefined;
}

/** In which periods a report is due, and until when. */
export function Periods({ form, typed }: Props) {
  const t = useText(reportWords);
  return (
    <fieldset>
      <legend>{t("formDue")}</legend>
      {QUARTERS.map((quarter) => {
        const known = form.periods.find((own) => own.quarter === quarter);
        const due = known?.due ?? { months: 1, day: 15 };
        const field = (name: "months" | "day", label: string) => (
          <TextInput
            name={`${name}-${quarter}`}
            label={label}
            type="number"
            min={name === "day" ? 1 : 0}
            max={name === "day" ? 31 : 11}
            defaultValue={typed?.[`${name}-${quarter}`] ?? String(due[name])}
          />
        );
        return (
          <div key={quarter} className="row-of-fields">
            <Checkbox
              name={`period-${quarter}`}
              label={t("formDueOf", { period: t(`period-${quarter}`) })}
              defaultChecked={typed ? `period-${quarter}` in typed : known !== undefined}
            />
            {field("months", t("formMonths"))}
            {field("day", t("formDay"))}
          </div>
        );
      })}
    </fieldset>
  );
}
