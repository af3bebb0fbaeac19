import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { appWords } from "../../app/words.ts";
import { useText } from "../../ui/text.ts";

/** From a record to what people say about it; `kind` as the desk's subjects name it. */
export function MessagesLink({ kind, id }: { readonly kind: string; readonly id: string }) {
  const t = useText(appWords);
  const href = useHref();
  return <a href={href(paths.thread(kind, id))}>{t("messages")}</a>;
}
