import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { PERMISSIONS } from "../src/access/permissions.data.ts";
import { type Permission, type Reach, ROLE_NAMES, ROLES, type Role } from "../src/access/roles.ts";
import type { Language } from "../src/kernel/refusal.ts";

/** Where each language's printed table stands, from the root of the project. */
export const MANUAL_PAGES: Readonly<Record<Language, string>> = {
  ru: "docs/manual/permissions.ru.md",
  en: "docs/manual/permissions.md",
};

const WORDS = {
  ru: {
    title: "Кто что может",
    lead:
      "По этой таблице сервер разрешает и отказывает, а страницы показывают или прячут действия. «Все» — во всём " +
      "муниципальном образовании; «своё» — в своём поселении, ТОС или конкурсе и то, что принадлежит самому человеку; " +
      "пустая клетка — нельзя. Открытые страницы читает каждый, без учётной записи.",
    made: "Страница печатается из таблицы прав; после её изменения: `bin/with-node tools/permission-manual.ts`.",
    action: "действие",
    everybody: "каждый вошедший",
    reach: { all: "все", own: "своё" },
  },
  en: {
    title: "Who may do what",
    lead:
      "By this table the server allows and refuses, and pages show or hide what can be done. “All” is the whole " +
      "municipality; “own” is the holder's settlement, association or call and what belongs to the person; an empty cell " +
      "means no. Public pages are read by anybody, without an account.",
    made: "Printed from the permission table; after a change of it: `bin/with-node tools/permission-manual.ts`.",
    action: "action",
    everybody: "whoever signed in",
    reach: { all: "all", own: "own" },
  },
} as const satisfies Record<
  Language,
  { readonly reach: Readonly<Record<Reach, string>>; readonly [word: string]: unknown }
>;

/** The permission table as a page of Markdown: a row for each action, a column for each role and one for everybody. */
export function printPermissions(language: Language): string {
  const words = WORDS[language];
  const columns = [words.action, ...ROLES.map((role) => ROLE_NAMES[role][language]), words.everybody];
  const rows = Object.values<Permission>(PERMISSIONS).map((permission) => [
    permission[language],
    ...ROLES.map((role) => reachOf(permission.roles, role, words.reach)),
    permission.everybody ? words.reach[permission.everybody] : "",
  ]);
  const lines = [columns, columns.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return [`# ${words.title}`, words.lead, lines.join("\n"), words.made, ""].join("\n\n").replace(/\n\n$/, "\n");
}

function reachOf(roles: Permission["roles"], role: Role, names: Readonly<Record<Reach, string>>): string {
  const reach = roles[role];
  return reach ? names[reach] : "";
}

if (import.meta.main) {
  for (const language of ["ru", "en"] as const) {
    writeFileSync(join(import.meta.dirname, "..", MANUAL_PAGES[language]), printPermissions(language));
  }
}
