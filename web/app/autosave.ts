import { type RefObject, useEffect, useRef, useState } from "react";

const QUIET_MS = 2_000;
const AGAIN_MS = 10_000;

export type Saving =
  | { readonly kind: "idle" | "saving" | "unsaved" }
  | { readonly kind: "saved"; readonly at: Date }
  | { readonly kind: "refused"; readonly sentence: string };

/**
 * Saves a form to `address` once nothing was typed for two seconds or a field is left, and again every ten while there is no
 * connection. One save at a time; the version of the last one goes with the next, also with the form's own buttons: what is
 * sent while a save is on its way waits for it.
 */
export function useAutosave(form: RefObject<HTMLFormElement | null>, address: string, version: number) {
  const [saving, setSaving] = useState<Saving>({ kind: "idle" });
  const seen = useRef(version);
  const state = useRef<State>({ isDirty: false, isSaving: false, timer: 0, waiting: null });
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
      if (next.kind === "saved") seen.current = next.version;
      setSaving(next.kind === "saved" ? { kind: "saved", at: new Date() } : next);
      if (own.waiting) {
        const { button } = own.waiting;
        own.waiting = null;
        from.requestSubmit(button);
        return;
      }
      if (own.isDirty) later(next.kind === "unsaved" ? AGAIN_MS : QUIET_MS);
    };
    const typed = () => {
      own.isDirty = true;
      later(QUIET_MS);
    };
    const element = form.current;
    const left = () => {
      if (own.isDirty) later(0);
    };
    const submitted = (event: SubmitEvent) => {
      own.isDirty = false;
      window.clearTimeout(own.timer);
      // What the page shows may still be of the version before: only this knows what the last save left.
      for (const field of element?.querySelectorAll<HTMLInputElement>("input[name=version]") ?? [])
        field.value = String(seen.current);
      if (!own.isSaving) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      own.waiting = { button: event.submitter };
    };
    const warn = (event: BeforeUnloadEvent) => {
      if (own.isDirty) event.preventDefault();
    };
    element?.addEventListener("input", typed);
    element?.addEventListener("focusout", left);
    element?.addEventListener("submit", submitted);
    window.addEventListener("beforeunload", warn);
    return () => {
      window.clearTimeout(own.timer);
      element?.removeEventListener("input", typed);
      element?.removeEventListener("focusout", left);
      element?.removeEventListener("submit", submitted);
      window.removeEventListener("beforeunload", warn);
    };
  }, [form, address]);
  return saving;
}

interface State {
  isDirty: boolean;
  isSaving: boolean;
  timer: number;
  /** The button of a form that was sent while a save was on its way. */
  waiting: { readonly button: HTMLElement | null } | null;
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
