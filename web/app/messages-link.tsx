import { useText } from "../ui/text.ts";
import { useHref } from "./link.ts";
import { paths } from "./paths.ts";
import { appWords } from "./words.ts";

/** From a record to what people say about it; `kind` as the desk's subjects name it. */
export function MessagesLink({ kind, id }: { readonly kind: string; readonly id: string }) {
  const t = useText(appWords);
  const href = useHref();
  return <a href={href(paths.thread(kind, id))}>{t("messages")}</a>;
}
