import { TextInput } from "@mantine/core";
import { useText } from "../../ui/text.ts";
import type { TypedMethod } from "./read-method.ts";
import { methodWords } from "./words.ts";

const NOTHING: TypedMethod["bands"][number] = { from: null, name: "", consequence: "" };
const LEAST = 4;

/** Marks from the highest down; empty rows are left out. */
export function BandFields({ typed }: { readonly typed: TypedMethod }) {
  const t = useText(methodWords);
  const count = Math.max(LEAST, typed.bands.length + 1);
  const rows = Array.from({ length: count }, (_, at) => ({ at, ...(typed.bands[at] ?? NOTHING) }));
  return (
    <fieldset>
      <legend>{t("bands")}</legend>
      <p className="note">{t("bandsHint")}</p>
      {rows.map(({ at, from, open, name, consequence }) => (
        <div key={at} className="row-of-fields">
          <TextInput
            name={`band-${at}-from`}
            label={t("bandFromField")}
            defaultValue={from === null ? "" : `${open ? ">" : ""}${from.replace(".", ",")}`}
            maw="7rem"
          />
          <TextInput name={`band-${at}-name`} label={t("bandName")} defaultValue={name} />
          <TextInput name={`band-${at}-consequence`} label={t("bandConsequence")} defaultValue={consequence} />
        </div>
      ))}
    </fieldset>
  );
}
