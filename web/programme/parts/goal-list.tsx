import type { Programme } from "../../../src/programme/contract.ts";
import { useText } from "../../ui/text.ts";
import { capitalise } from "../../ui/typography.ts";
import { Words } from "../../ui/words.tsx";
import { type Chapter, describeOutline, type GoalGroup, listOutline } from "../view/outline.ts";
import { programmeWords } from "../words.ts";

/** The heading of the goals and objectives, as many as there are; null where the document names neither. */
export function useGoalsTitle(content: Programme): string | null {
  const t = useText(programmeWords);
  const { goals, objectives } = describeOutline(content).lines;
  if (goals.length === 0) return objectives.length === 0 ? null : t("objectivesAlone");
  if (objectives.length === 0) return t(goals.length === 1 ? "goalAlone" : "goalsAlone");
  return t(goals.length === 1 ? "goalAndObjectives" : "goalsAndObjectives");
}

/** Every goal with its objectives, subprogramme by subprogramme, in the document's words. */
export function GoalList({ content }: { readonly content: Programme }) {
  const title = useGoalsTitle(content);
  if (title === null) return null;
  const chapters = listOutline(describeOutline(content));
  return (
    <section className="part" id="goals">
      <h2>{title}</h2>
      {chapters.map((chapter) => (
        <ChapterGoals key={chapter.subprogramme} chapter={chapter} hasChapters={chapters.length > 1} />
      ))}
    </section>
  );
}

function ChapterGoals({ chapter, hasChapters }: { chapter: Chapter<never>; hasChapters: boolean }) {
  const t = useText(programmeWords);
  const { subprogramme, name, goals } = chapter;
  const number = subprogramme ?? "";
  const named = name === null ? t("subprogrammeNumber", { number }) : t("subprogrammeNamed", { number, name });
  const outside = hasChapters ? t("outsideSubprogrammes") : null;
  const heading = subprogramme === null ? outside : named;
  return (
    <>
      {heading !== null && (
        <h3>
          <Words>{heading}</Words>
        </h3>
      )}
      {goals.map((goal) => (
        <GoalObjectives key={goal.goal} goal={goal} isAlone={goals.length === 1} />
      ))}
    </>
  );
}

function GoalObjectives({ goal, isAlone }: { goal: GoalGroup<never>; isAlone: boolean }) {
  const t = useText(programmeWords);
  const objectives = goal.objectives.filter((group) => group.objective !== null);
  const name = goal.name === null ? null : capitalise(goal.name);
  const number = goal.goal ?? "";
  const named = name === null ? t("goalNumber", { number }) : t("goalNamed", { number, name });
  const text = isAlone ? name : named;
  return (
    <>
      {text !== null && (
        <p className="measure">
          <Words>{text}</Words>
        </p>
      )}
      {objectives.length > 0 && (
        <ol className="objectives">
          {objectives.map((group) => (
            <li key={group.objective}>
              <span className="soft">{group.objective}</span>
              <Words>{capitalise(group.name ?? "")}</Words>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
