import { type RefObject, useEffect, useRef, useState } from "react";

const QUIET_MS = 2_000;
const AGAIN_MS = 10_000;

export type Saving =
  | { readonly kind: "idle" | "saving" | "unsaved" }
  | { readonly kind: "saved"; readonly at: Date }
  | { readonly kind: "refused"; readonly sentence: string };

/**
 * Saves a form to `address` once nothing was typed for two seconds, and again every ten while there is no connection. One save
 * at a time; the version of the last one goes with the next, also with the form's own buttons.
 */
export function useAutosave(form: RefObject<HTMLFormElement | null>, address: string, version: number) {
  const [saving, setSaving] = useState<Saving>({ kind: "idle" });
  const seen = useRef(version);
  const state = useRef({ isDirty: false, isSaving: false, timer: 0 });
  useEffect(() => {
    seen.current = Math.max(seen.current, version);
  }, [version]);
  useEffect(() => {
    const own = state.current;
    const later = (after: number) => {
      window.clearTimeout(own.timer);
      own.timer = window.setTimeout(() => void save(), after);
    };
    const save = async () => {
      const from = form.current;
      if (!from || !own.isDirty || own.isSaving) return;
      Object.assign(own, { isDirty: false, isSaving: true });
      setSaving({ kind: "saving" });
      const next = await send(from, address, seen.current);
      own.isSaving = false;
      if (next.kind === "unsaved") own.isDirty = true;
      if (next.kind === "saved") {
        seen.current = next.version;
        for (const field of from.querySelectorAll<HTMLInputElement>("input[name=version]"))
          field.value = String(next.version);
      }
      setSaving(next.kind === "saved" ? { kind: "saved", at: new Date() } : next);
      if (own.isDirty) later(next.kind === "unsaved" ? AGAIN_MS : QUIET_MS);
    };
    const typed = () => {
      own.isDirty = true;
      later(QUIET_MS);
    };
    const submitted = () => {
      own.isDirty = false;
    };
    const warn = (event: BeforeUnloadEvent) => {
      if (own.isDirty) event.preventDefault();
    };
    const element = form.current;
    element?.addEventListener("input", typed);
    element?.addEventListener("submit", submitted);
    window.addEventListener("beforeunload", warn);
    return () => {
      window.clearTimeout(own.timer);
      element?.removeEventListener("input", typed);
      element?.removeEventListener("submit", submitted);
      window.removeEventListener("beforeunload", warn);
    };
  }, [form, address]);
  return saving;
}

type Sent =
  | { readonly kind: "saved"; readonly version: number }
  | { readonly kind: "unsaved" }
  | { readonly kind: "refused"; readonly sentence: string };

async function send(form: HTMLFormElement, address: string, version: number): Promise<Sent> {
  const body = new FormData(form);
  body.set("version", String(version));
  let answer: Response;
  try {
    answer = await fetch(address, { method: "POST", body });
  } catch {
    // No connection: what was typed is still in the form.
    return { kind: "unsaved" };
  }
  if (answer.status >= 500) return { kind: "unsaved" };
  const told = (await answer.json()) as { version?: number; sentence?: string };
  if (answer.ok && told.version !== undefined) return { kind: "saved", version: told.version };
  return { kind: "refused", sentence: told.sentence ?? String(answer.status) };
}
