import type { Words } from "../contract.ts";
import { bareWords } from "../language/words.ts";
import { type Check, makeFinding } from "./finding.ts";

/** Who does an activity is named in the passport, and who is named in the passport has an activity. */
export const executorUnknown: Check = (programme) => {
  const passport = programme.passport.executors;
  const doing = programme.activities.flatMap((activity) => activity.executors);
  if (passport.length === 0 || doing.length === 0) return [];
  const unknown = groupByName(doing.filter((words) => !names(passport).has(bareWords(words.text))));
  const idle = passport.filter((words) => !names(doing).has(bareWords(words.text)));
  return [
    ...unknown.map(([first, ...more]) =>
      makeFinding("executor-unknown", "warning", first.place, {
        variant: "unknown",
        found: first.text,
        related: more.map((words) => words.place),
        values: { name: first.text, count: more.length + 1 },
      }),
    ),
    ...idle.map((words) =>
      makeFinding("executor-unknown", "warning", words.place, {
        variant: "idle",
        found: words.text,
        values: { name: words.text },
      }),
    ),
  ];
};

function names(list: readonly Words[]): Set<string> {
  return new Set(list.map((words) => bareWords(words.text)));
}

function groupByName(list: readonly Words[]): [Words, ...Words[]][] {
  const groups = new Map<string, [Words, ...Words[]]>();
  for (const words of list) {
    const group = groups.get(bareWords(words.text));
    if (group) group.push(words);
    else groups.set(bareWords(words.text), [words]);
  }
  return [...groups.values()];
}
