import type { Role } from "../../access/roles.ts";

/** Words of an organisation's name and the role that usually answers for it; the first that fits. */
const ROLE_OF_WORDS: readonly (readonly [RegExp, Role])[] = [
  [/ресурсн\S* центр|общественн\S* организаци|некоммерческ|\bНКО\b/iu, "operator"],
  [/финанс|бухгалтер/iu, "accountant"],
  [/поселени|сельсовет|муниципальных образований/iu, "settlement"],
  [/\bТОС\b|(^|\s)ТОС(\s|$)|территориальн\S* общественн\S* самоуправлен/iu, "chair"],
];

/** Who probably answers for an organisation of the programme; the coordinator says otherwise where it is wrong. */
export function guessRole(executor: string): Role {
  return ROLE_OF_WORDS.find(([words]) => words.test(executor))?.[1] ?? "coordinator";
}
