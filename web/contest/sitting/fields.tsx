import "../parts/fields.css";
import { Checkbox, Textarea, TextInput } from "@mantine/core";
import { useLoaderData } from "react-router";
import type { RefusedForm } from "../../app/form.ts";
import { useText } from "../../ui/text.ts";
import { juryWords } from "../jury/words.ts";
import type { loader } from "./load.ts";

/** What every sitting is opened with: its day, agenda and who is there. */
export function SittingFields({ refused }: { readonly refused: RefusedForm | undefined }) {
  const { jury, today } = useLoaderData<typeof loader>();
  const t = useText(juryWords);
  return (
    <>
      <TextInput
        name="heldOn"
        type="date"
        label={t("heldOn")}
        max={today}
        defaultValue={refused?.typed.heldOn ?? today}
      />
      <Textarea
        name="agenda"
        label={t("agenda")}
        rows={2}
        maxLength={5000}
        defaultValue={refused?.typed.agenda ?? t("agendaFilled")}
      />
      <fieldset className="stack">
        <legend>{t("present")}</legend>
        {jury.jurors
          .filter(({ isRemoved }) => !isRemoved)
          .map(({ id, name }) => (
            <Checkbox key={id} name="present" value={id} label={name} defaultChecked />
          ))}
      </fieldset>
    </>
  );
}
