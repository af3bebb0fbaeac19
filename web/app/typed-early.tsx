import { useEffect } from "react";
import { usePage } from "./page-context.ts";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

declare global {
  interface Window {
    /** What was typed before the page's scripts were there; gone once they are. */
    typedEarly: Map<Field, string> | undefined;
  }
}

/** Without quotes, brackets and ampersands, which a text of a page would not keep. */
const LISTEN =
  "typedEarly=new Map;addEventListener(`input`,function(e){if(typedEarly)if(`value`in e.target)typedEarly.set(e.target,e.target.value)},true)";

/** Stands in the head, so that it listens before anybody can type. */
export function ListenEarly() {
  const { nonce } = usePage();
  return (
    <script nonce={nonce} suppressHydrationWarning>
      {LISTEN}
    </script>
  );
}

/** On a slow line people type before the scripts come; React then puts the server's text back into text areas, and nobody reckons or saves. */
export function useTypedEarly(): void {
  useEffect(() => {
    const typed = window.typedEarly;
    window.typedEarly = undefined;
    for (const [field, value] of typed ?? []) {
      if (field instanceof HTMLTextAreaElement && field.value !== value) writeText(field, value);
      if (field.isConnected) field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }, []);
}

/** Past React, which would else hold the event for one that changes nothing. */
function writeText(field: HTMLTextAreaElement, value: string): void {
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(field, value);
}
