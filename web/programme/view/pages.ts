import type { Chapter } from "./outline.ts";

/** As many lines of a list as stand on one page: a programme of two thousand activities must open on an old telephone. */
export const PAGE_SIZE = 100;

/** Which lines of a list a page shows, counted from 1. */
export interface ListPage {
  readonly number: number;
  readonly pages: number;
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

/** The page of a list that an address asks for (`?page=2`); null where there is no such page. */
export function choosePage(asked: string | null, count: number, size: number = PAGE_SIZE): ListPage | null {
  const pages = Math.max(1, Math.ceil(count / size));
  const number = asked === null ? 1 : /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 0;
  if (number < 1 || number > pages) return null;
  return { number, pages, first: (number - 1) * size + 1, last: Math.min(number * size, count), count };
}

/** What of the groups stands on the page; a group without a line on it is left out. */
export function cutChapters<Item>(chapters: readonly Chapter<Item>[], page: ListPage): readonly Chapter<Item>[] {
  let passed = 0;
  const cut = <Group extends { readonly items: readonly Item[] }>(group: Group): Group => {
    const start = passed;
    passed += group.items.length;
    return {
      ...group,
      shown: group.items.filter((_, at) => start + at + 1 >= page.first && start + at + 1 <= page.last),
    };
  };
  return chapters
    .map((chapter) => ({
      ...chapter,
      goals: chapter.goals
        .map((goal) => ({ ...goal, objectives: goal.objectives.map(cut).filter((group) => group.shown.length > 0) }))
        .filter((goal) => goal.objectives.length > 0),
    }))
    .filter((chapter) => chapter.goals.length > 0);
}
