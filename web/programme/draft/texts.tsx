import { useState } from "react";
import type { Address } from "../../../src/programme/draft/edit.ts";
import { useText } from "../../ui/text.ts";
import { oneLine } from "../../ui/typography.ts";
import { programmeWords } from "../words.ts";
import { addressKey } from "./address-key.ts";
import type { DraftSession, Snapshot } from "./session.ts";

interface Props {
  readonly session: DraftSession;
  readonly snapshot: Snapshot;
  readonly readOnly: boolean;
  readonly place: (address: Address | null) => void;
}

/** The words of the passport and of the sections, each a field of its own. */
export function Texts({ session, snapshot, readOnly, place }: Props) {
  const t = useText(programmeWords);
  const { passport, sections } = snapshot.content;
  const save = (address: Address, was: string, text: string) =>
    session.make({ edits: [{ do: "set", address, was, text }] });
  const shared = { readOnly, onSave: save, onPlace: place };
  const rows = passport.rows.map(({ label, text }, row): Field => {
    return { address: { of: "passport", row }, label: oneLine(label.text), text: text.text };
  });
  const parts = sections.map(({ number, heading, paragraphs }, section) => ({
    key: `section-${section}`,
    title: number === null ? oneLine(heading.text) : t("sectionHeading", { number, heading: oneLine(heading.text) }),
    fields: paragraphs.map((words, paragraph): Field => {
      const label = t("paragraphNumber", { number: paragraph + 1 });
      return { address: { of: "section", section, paragraph }, label, text: words.text };
    }),
  }));
  return (
    <div className="draft-texts">
      {[{ key: "passport", title: t("passportTexts"), fields: rows }, ...parts].map(({ key, title, fields }) => (
        <section key={key}>
          <h2>{title}</h2>
          {fields.map((field) => (
            <TextField key={addressKey(field.address)} {...field} {...shared} />
          ))}
        </section>
      ))}
    </div>
  );
}

/** Texts neither come nor go in a draft: an address names one for good. */
interface Field {
  readonly address: Address;
  readonly label: string;
  readonly text: string;
}

interface FieldProps extends Field {
  readonly readOnly: boolean;
  readonly onSave: (address: Address, was: string, text: string) => void;
  readonly onPlace: (address: Address | null) => void;
}

function TextField({ address, label, text, readOnly, onSave, onPlace }: FieldProps) {
  const id = `text-${Object.values(address).join("-")}`;
  const [typed, setTyped] = useState<{ readonly over: string; readonly text: string } | null>(null);
  const shown = typed?.over === text ? typed.text : text;
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={Math.min(12, Math.ceil(shown.length / 80) + shown.split("\n").length - 1)}
        value={shown}
        readOnly={readOnly}
        onFocus={() => onPlace(address)}
        onChange={(event) => setTyped({ over: text, text: event.currentTarget.value })}
        onBlur={() => {
          setTyped(null);
          if (shown !== text) onSave(address, text, shown);
        }}
      />
    </>
  );
}
