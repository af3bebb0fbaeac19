import { useText } from "../../ui/text.ts";
import { capitalise } from "../../ui/typography.ts";
import { type Chapter, hasSeveralGoals, type Standing } from "../view/outline.ts";
import { programmeWords } from "../words.ts";

/** The numbers of an objective, as many of them as tell it from the others: «подпрограмма 2», «задача 1». */
export function useStandingSteps(chapters: readonly Chapter<unknown>[]): (standing: Standing) => readonly string[] {
  const t = useText(programmeWords);
  const namesGoal = hasSeveralGoals(chapters);
  return ({ subprogramme, goal, objective }) =>
    [
      subprogramme === null ? null : t("ofSubprogramme", { number: subprogramme }),
      namesGoal && goal !== null ? t("ofGoal", { number: goal }) : null,
      objective === null ? null : t("ofObjective", { number: objective }),
    ].filter((step) => step !== null);
}

/** The same as the name of a table or row: «Подпрограмма 2, задача 1». */
export function useStandingText(chapters: readonly Chapter<unknown>[]): (standing: Standing) => string {
  const t = useText(programmeWords);
  const stepsOf = useStandingSteps(chapters);
  return (standing) => {
    const steps = stepsOf(standing);
    return steps.length === 0 ? t("withoutObjective") : capitalise(steps.join(", "));
  };
}
