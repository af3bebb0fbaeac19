import type { ActView } from "../../../../src/registry/act/views.ts";
import { useHref } from "../../../app/link.ts";
import { paths } from "../../../app/paths.ts";
import { formatBytes } from "../../../ui/format.ts";
import { useLanguage } from "../../../ui/language.ts";
import { useText } from "../../../ui/text.ts";
import { actWords } from "../words.ts";

/** The act's papers, the newest first. */
export function Papers({ act }: { readonly act: ActView }) {
  const t = useText(actWords);
  const href = useHref();
  const language = useLanguage();
  if (act.files.length === 0) return null;
  return (
    <ul>
      {act.files.map(({ id, name, bytes }) => (
        <li key={id}>
          <a href={href(paths.legalActFile(act.id, id))}>
            {t("download", { name, size: formatBytes(bytes, language) })}
          </a>
        </li>
      ))}
    </ul>
  );
}
