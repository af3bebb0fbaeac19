import type { Answer, Form } from "../../installation/ask.ts";
import type { Installation } from "../../installation/open.ts";
import { nextAddress } from "../../installation/people.ts";
import { findRoute } from "../../walk/forms.ts";
import { listLinks } from "../../walk/html.ts";
import { KNOWN } from "../../walk/steps.ts";
import type { Walker } from "../../walk/walkers.ts";
import { type Control, type Filling, fillForm, isLink, listPageForms, type PageForm, plainWords } from "./form.ts";
import { findExecutable } from "./page.ts";

/** What script says in these tests: wherever it stands in an answer, a person's words stand there. */
export const MARK = "pwned()";
const ENDS = "--></title></textarea></script>";
export const PAYLOADS: readonly string[] = [
  `${ENDS}"'><script>${MARK}</script><svg/onload=${MARK}>\u202e`,
  `"><svg onload=${MARK}>`,
  `javascript:${MARK}`,
];

const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" onload="${MARK}"><script>${MARK}</script></svg>`;
/** A drawing with a script, an HTML page that says that it is a picture, and one under an honest name. */
export const FILES: readonly File[] = [
  new File([DRAWING], `"><img src=x onerror=${MARK}>\u202egnp.svg`, { type: "image/svg+xml" }),
  new File([`<!doctype html><script>${MARK}</script>`], "picture.png", { type: "image/png" }),
  new File([`<html><body onload="${MARK}">`], `<script>${MARK}.html`, { type: "text/html" }),
];

/** Some forms are refused for what was left out, others for what was filled in beside it. */
const FILLINGS = ["required", "all"] as const;

export interface Sent {
  /** Route and button. */
  readonly form: string;
  readonly field: string;
  readonly status: number;
}

/** Somebody who sends script in every field of every form that a page shows them, and keeps what came back. */
export class Attack {
  readonly sent: Sent[] = [];
  /** What was not as it must be, one sentence each. */
  readonly faults = new Set<string>();
  /** Addresses of answers that hold what was typed. */
  readonly shown = new Set<string>();
  readonly #site: Installation;
  readonly #walker: Walker;
  #page: Answer | null = null;

  constructor(site: Installation, walker: Walker) {
    this.#site = site;
    this.#walker = walker;
  }

  /** Every form of the page with every one of its buttons: all fields at once, and, where that is refused, one by one. */
  async fillForms(path: string): Promise<void> {
    this.#page = null;
    const shapes = new Set<string>();
    for (const form of await this.#list(path)) {
      // Of many rows with the same form one is enough.
      const shape = shapeOf(form);
      if (shapes.has(shape) || !form.controls.some(({ kind }) => kind === "text" || kind === "file")) continue;
      shapes.add(shape);
      for (const button of form.buttons.length > 0 ? form.buttons : [undefined]) {
        for (const turn of PAYLOADS.keys()) await this.#fill({ path, key: keyOf(form), button, turn });
      }
    }
  }

  async #fill(one: Filled): Promise<void> {
    const payload = PAYLOADS[one.turn] ?? "";
    const file = FILES[one.turn];
    const isAddress = payload.startsWith("javascript:");
    // A form does not stop at its link where something else is to be tried.
    const everywhere = (control: Control) => (isLink(control) && !isAddress ? plainWords(control, "all") : payload);
    for (const only of FILLINGS) {
      if ((await this.#send(one, "all", { words: everywhere, file, only })) !== "refused") return;
    }
    const fields = (await this.#find(one))?.controls.filter(({ kind }) => kind === "text") ?? [];
    for (const { name } of fields.filter((field) => isLink(field) || !isAddress)) {
      for (const only of FILLINGS) {
        const words = (control: Control) => (control.name === name ? payload : plainWords(control, only));
        if ((await this.#send(one, name, { words, only })) === "taken") break;
      }
    }
  }

  async #find({ path, key }: Filled): Promise<PageForm | undefined> {
    return (await this.#list(path)).find((now) => keyOf(now) === key);
  }

  /** The page's forms; it is asked for anew only where something was taken since. */
  async #list(path: string): Promise<readonly PageForm[]> {
    this.#page ??= await this.look(path);
    return listPageForms(this.#page.text, path);
  }

  /** Whether what was typed was taken or refused; undefined where there is no such form any more or no right to it. */
  async #send(one: Filled, field: string, filling: Omit<Filling, "button">) {
    const form = await this.#find(one);
    if (!form) return undefined;
    const { path, button } = one;
    const answer = await this.#ask(form.action, fillForm(form, { ...filling, button }));
    this.judge(form.action, answer);
    const { status } = answer;
    this.sent.push({ form: [findRoute(KNOWN, path), button?.[1]].filter(Boolean).join(" "), field, status });
    if (status < 400) this.#page = null;
    return status < 400 ? "taken" : REFUSED.includes(status) ? "refused" : undefined;
  }

  /** Looks at a page and says what in it could run. */
  async look(path: string): Promise<Answer> {
    const answer = await this.#ask(path);
    this.judge(path, answer);
    return answer;
  }

  /** Follows links, so many of each route; whose route is unknown stays alone. */
  async crawl(from: readonly string[], ofEachRoute: number): Promise<void> {
    const waiting = [...from];
    const seen = new Set<string>();
    const counts = new Map<string, number>();
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      if (seen.has(path)) continue;
      seen.add(path);
      const route = findRoute(KNOWN, path);
      const count = counts.get(route) ?? 0;
      if (count >= ofEachRoute || route.startsWith("no route") || route.startsWith("sign-out")) continue;
      counts.set(route, count + 1);
      const answer = await this.look(path);
      if (isPage(answer)) waiting.push(...listLinks(answer.text));
    }
  }

  #ask(path: string, form?: Form): Promise<Answer> {
    const { cookie } = this.#walker;
    // Limits count by address and by browser: each form comes from a new one.
    return this.#site.ask(path, {
      cookie: cookie && `${cookie}; turn=${this.sent.length}`,
      address: nextAddress(),
      form,
    });
  }

  judge(path: string, answer: Answer): void {
    const { status, headers, text } = answer;
    if (text.includes(MARK)) this.shown.add(path);
    if (status >= 500) this.faults.add(`${path}: answered ${status}`);
    const nonce = /'nonce-([^']+)'/.exec(headers["content-security-policy"] ?? "")?.[1];
    if (isPage(answer)) for (const fault of findExecutable(text, nonce)) this.faults.add(`${path}: ${fault}`);
    else for (const fault of judgeFile(answer)) this.faults.add(`${path}: ${fault}`);
  }
}

interface Filled {
  readonly path: string;
  /** Which of the page's forms. */
  readonly key: string;
  readonly button: readonly [string, string] | undefined;
  /** Which of the payloads. */
  readonly turn: number;
}

/** The right was there; what was typed, or the file, will not do. */
const REFUSED = [413, 415, 422];

/** A form again on the page as it stands after others were sent. */
const keyOf = ({ action, controls, buttons }: PageForm) =>
  [
    action,
    ...controls.map(({ name, kind, value }) => (kind === "hidden" && name !== "version" ? `${name}=${value}` : name)),
    ...buttons,
  ].join(" ");

const shapeOf = ({ controls, buttons }: PageForm) => [...controls.map(({ name }) => name), ...buttons].join(" ");

export const isPage = ({ headers }: Answer) => headers["content-type"]?.startsWith("text/html") ?? false;

const RUNS = /html|svg|xml|javascript|ecmascript/;
const OWN_TYPES = ["application/vnd.openxmlformats", "application/vnd.oasis", "text/x-script"];

/** What is not a page must not become one: neither by its type, nor by its name, nor by a guess of the browser. */
function judgeFile({ status, headers, text }: Answer): readonly string[] {
  const type = headers["content-type"] ?? "";
  const disposition = headers["content-disposition"] ?? "";
  const found: string[] = [];
  if (status !== 200) return found;
  if (RUNS.test(type) && !OWN_TYPES.some((own) => type.startsWith(own))) found.push(`is served as ${type}`);
  if (headers["x-content-type-options"] !== "nosniff") found.push("a browser may guess its type");
  if (/[<>]|[\p{Cf}]/u.test(disposition)) found.push(`is called ${disposition}`);
  if (type.startsWith("text/csv") && /(?:^|;|\n)"?[=@+]/.test(text)) found.push("has a cell that a spreadsheet runs");
  return found;
}
