import type { TaskRow } from "../../../src/desk/views.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { capitalise } from "../../ui/typography.ts";
import { deskWords } from "../words.ts";
import { roleName } from "./role-name.ts";

/** Who answers: the person, else the role, whoever holds it. */
export function Whose({ task, me }: { readonly task: TaskRow; readonly me: string | null }) {
  const t = useText(deskWords);
  const language = useLanguage();
  if (task.owner) return <>{task.owner.id === me ? t("you") : task.owner.name}</>;
  return <>{capitalise(roleName(task.role, language))}</>;
}
