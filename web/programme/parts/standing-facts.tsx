import type { Note } from "../../../src/programme/contract.ts";
import { useText } from "../../ui/text.ts";
import { capitalise, oneLine } from "../../ui/typography.ts";
import { Words } from "../../ui/words.tsx";
import { listOutline, type Outline, type Standing } from "../view/outline.ts";
import { programmeWords } from "../words.ts";

/** Subprogramme, goal and objective of a line in their words, as far as the document has them; pairs of a `dl`. */
export function StandingFacts({ outline, standing }: { readonly outline: Outline; readonly standing: Standing }) {
  const t = useText(programmeWords);
  const { subprogramme, goal, objective } = standing;
  const inChapter = listOutline(outline).filter((chapter) => chapter.subprogramme === subprogramme);
  const namesGoal = inChapter.some((chapter) => chapter.goals.length > 1);
  const facts = [
    { head: t("subprogrammeHead"), number: subprogramme, name: outline.subprogrammeName(subprogramme) },
    { head: t("goalHead"), number: namesGoal ? goal : null, name: outline.goalName(standing) },
    { head: t("objective"), number: objective, name: outline.objectiveName(standing) },
  ];
  return facts
    .filter((fact) => fact.number !== null)
    .map(({ head, number, name }) => (
      <Fact key={head} head={head} text={name === null ? String(number) : `${number}. ${name}`} />
    ));
}

/** What a line says under heads that mean no figure. */
export function NoteFacts({ notes }: { readonly notes: readonly Note[] }) {
  return notes
    .filter((note) => note.text.text.trim() !== "")
    .map((note) => (
      <Fact
        key={`${note.heading}-${note.text.place.column}-${note.text.place.row}`}
        head={capitalise(oneLine(note.heading))}
        text={oneLine(note.text.text)}
      />
    ));
}

function Fact({ head, text }: { readonly head: string; readonly text: string }) {
  return (
    <>
      <dt>
        <Words>{head}</Words>
      </dt>
      <dd>
        <Words>{text}</Words>
      </dd>
    </>
  );
}
