import { useState } from "react";
import { fold } from "../../../../src/kernel/fold.ts";
import { useText } from "../../../ui/text.ts";
import { isCome, type Mark, type Person } from "../device/mark.ts";
import type { SheetState } from "../use-sheet.ts";
import { sheetWords } from "../words.ts";

const SHOWN = 60;

interface Props {
  readonly state: SheetState;
  readonly siteId: string;
  readonly mark: (participantId: string) => Promise<void>;
}

/** Whom one may mark: a tap marks, another takes the mark back. */
export function PeopleList({ state, siteId, mark }: Props) {
  const t = useText(sheetWords);
  const [text, setText] = useState("");
  const marks = new Map(state.marks.filter((one) => one.siteId === siteId).map((one) => [one.participantId, one]));
  const came = [...marks.values()].filter(isCome).length;
  const found = findPeople(state.people, text);
  return (
    <section className="part">
      <h2>{t("people")}</h2>
      <p>{t("came", { count: came })}</p>
      <label className="plain-field">
        {t("find")}
        <input
          type="search"
          value={text}
          onChange={(change) => setText(change.target.value)}
          autoComplete="off"
          enterKeyHint="search"
        />
      </label>
      {found.length === 0 && <p className="soft">{t("peopleNone")}</p>}
      <ul className="people taps">
        {found.slice(0, SHOWN).map((person) => (
          <Tap key={person.id} person={person} mark={marks.get(person.id)} tap={() => mark(person.id)} />
        ))}
      </ul>
      {found.length > SHOWN && <p className="soft">{t("moreThan", { count: SHOWN })}</p>}
    </section>
  );
}

interface TapProps {
  readonly person: Person;
  readonly mark: Mark | undefined;
  readonly tap: () => Promise<void>;
}

function Tap({ person, mark, tap }: TapProps) {
  const t = useText(sheetWords);
  const { name, birthYear } = person;
  return (
    <li className={mark ? `is-${mark.state}` : undefined}>
      <label>
        <input type="checkbox" checked={isCome(mark)} disabled={mark?.state === "late"} onChange={() => void tap()} />
        <span>
          {name} {birthYear !== "" && <small className="soft">{t("bornIn", { year: birthYear })}</small>}
          {mark?.sentence && <small className="error"> {mark.sentence}</small>}
        </span>
      </label>
      {mark && <small>{t(`state_${mark.state}`)}</small>}
    </li>
  );
}

/** By the beginning of any word, ё and е alike, in the order of names. */
function findPeople(people: readonly Person[], text: string): readonly Person[] {
  const start = fold(text.trim());
  const isFound = ({ name }: Person) => fold(name).startsWith(start) || fold(name).includes(` ${start}`);
  return people.filter(isFound).toSorted((a, b) => a.name.localeCompare(b.name, "ru"));
}
