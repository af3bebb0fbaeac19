import { ROLE_NAMES } from "../../src/access/roles.ts";
import { useLanguage } from "../ui/language.ts";
import { useText } from "../ui/text.ts";
import { useHref } from "./link.ts";
import { paths } from "./paths.ts";
import { useRootData } from "./root-data.ts";
import { appWords } from "./words.ts";

/** What the data are, as whom one looks, the doors of one click, and the way to one's own programme. */
export function DemonstrationStrip({ seenAs }: { readonly seenAs?: string | undefined }) {
  const t = useText(appWords);
  const href = useHref();
  return (
    <div className="strip">
      <div className="page">
        <p>
          {t("demonstration")}
          {seenAs && <strong>{` ${seenAs}`}</strong>}
        </p>
        <details>
          <summary>{t(seenAs ? "lookAsAnother" : "lookAs")}</summary>
          <DemonstrationDoors />
        </details>
        <a className="own" href={href(paths.ownProgramme)}>
          {t("ownProgramme")}
        </a>
      </div>
    </div>
  );
}

/** A button for each role; a plain form, so that it works where no script runs. */
export function DemonstrationDoors() {
  const href = useHref();
  const language = useLanguage();
  const doors = useRootData()?.demonstration ?? [];
  return (
    <form method="post" action={href(paths.demonstration)} className="roles">
      {doors.map(({ role, name }) => (
        <button key={role} type="submit" name="role" value={role}>
          {ROLE_NAMES[role][language]} <small lang="ru">{name}</small>
        </button>
      ))}
    </form>
  );
}
