import { Fragment, type ReactNode } from "react";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import type { Chapter, GoalGroup, ObjectiveGroup } from "../view/outline.ts";
import { programmeWords } from "../words.ts";

type Level = 2 | 3 | 4;

interface Props<Item> {
  readonly chapters: readonly Chapter<Item>[];
  readonly children: (group: ObjectiveGroup<Item>, name: string) => ReactNode;
}

/** A heading for each subprogramme where there are any, each goal where there are several, and each objective. */
export function OutlineSections<Item>({ chapters, children }: Props<Item>) {
  const hasChapters = chapters.some((chapter) => chapter.subprogramme !== null);
  const level: Level = hasChapters ? 3 : 2;
  return chapters.map((chapter) => (
    <Fragment key={chapter.subprogramme}>
      {hasChapters && <ChapterHeading {...chapter} />}
      {chapter.goals.map((goal) => (
        <GoalSections key={goal.goal} goal={goal} level={level} isAlone={chapter.goals.length === 1}>
          {children}
        </GoalSections>
      ))}
    </Fragment>
  ));
}

function ChapterHeading({ subprogramme, name }: Pick<Chapter<unknown>, "subprogramme" | "name">) {
  const t = useText(programmeWords);
  if (subprogramme === null) return <h2 className="part">{t("outsideSubprogrammes")}</h2>;
  return (
    <h2 className="part">
      <Words>
        {name === null
          ? t("subprogrammeNumber", { number: subprogramme })
          : t("subprogrammeNamed", { number: subprogramme, name })}
      </Words>
    </h2>
  );
}

interface GoalProps<Item> {
  readonly goal: GoalGroup<Item>;
  readonly level: Level;
  readonly isAlone: boolean;
  readonly children: Props<Item>["children"];
}

function GoalSections<Item>({ goal, level, isAlone, children }: GoalProps<Item>) {
  const t = useText(programmeWords);
  const number = goal.goal ?? "";
  const text = goal.name === null ? t("goalNumber", { number }) : t("goalNamed", { number, name: goal.name });
  const below = isAlone ? level : ((level + 1) as Level);
  return (
    <>
      {!isAlone && (
        <Heading level={level} isPart>
          <Words>{goal.goal === null ? t("withoutObjective") : text}</Words>
        </Heading>
      )}
      {goal.objectives.map((group) => (
        <ObjectiveSection key={group.objective} group={group} level={below}>
          {children}
        </ObjectiveSection>
      ))}
    </>
  );
}

interface ObjectiveProps<Item> {
  readonly group: ObjectiveGroup<Item>;
  readonly level: Level;
  readonly children: Props<Item>["children"];
}

function ObjectiveSection<Item>({ group, level, children }: ObjectiveProps<Item>) {
  const t = useText(programmeWords);
  const title = group.objective === null ? t("withoutObjective") : t("objectiveNumber", { number: group.objective });
  return (
    <section className="part">
      <Heading level={level}>{title}</Heading>
      {group.name !== null && (
        <p className="under">
          <Words>{group.name}</Words>
        </p>
      )}
      {children(group, title)}
    </section>
  );
}

function Heading({ level, isPart, children }: { level: Level; isPart?: boolean; children: ReactNode }) {
  const Tag = `h${level}` as const;
  return <Tag className={isPart ? "part" : undefined}>{children}</Tag>;
}
