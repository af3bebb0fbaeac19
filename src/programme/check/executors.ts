import type { Words } from "../contract.ts";
import { bareWords } from "../language/words.ts";
import { type Check, makeFinding } from "./finding.ts";

/** Who does an activity is named in the passport, and who is named in the passport has an activity. */
export const executorUnknown: Check = (programme) => {
  const passport = programme.passport.executors;
  const doing = programme.activities.flatMap((activity) => activity.executors);
  if (passport.length === 0 || doing.length === 0) return [];
  const [known, busy] = [collectNames(passport), collectNames(doing)];
  const unknown = groupByName(doing.filter((words) => !namesOf(words).some((name) => known.has(name))));
  const idle = passport.filter((words) => !namesOf(words).some((name) => busy.has(name)));
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

function collectNames(list: readonly Words[]): ReadonlySet<string> {
  return new Set(list.flatMap(namesOf));
}

/** The name, and the short one that a document gives it: «Администрация района (далее – Администрация)». */
function namesOf({ text }: Words): string[] {
  const short = /\(\s*далее\s*[-–—]?\s*([^()]+)\)/iu.exec(text);
  if (!short?.[1]) return [bareWords(text)];
  return [bareWords(text), bareWords(text.replace(short[0], "")), bareWords(short[1])];
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
