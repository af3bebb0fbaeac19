import type { Form } from "../../installation/ask.ts";
import { type Element, readElements, withInner } from "../../walk/html.ts";

/** A form of a page with its controls, as a browser sends it. */
export interface PageForm {
  readonly action: string;
  readonly controls: readonly Control[];
  /** What the buttons with a word of their own say; one of none where there is no such button. */
  readonly buttons: readonly (readonly [name: string, value: string])[];
}

export interface Control {
  readonly name: string;
  readonly kind: string;
  readonly value: string;
  /** Of a choice. */
  readonly options: readonly string[];
  readonly isChosen: boolean;
  readonly isRequired: boolean;
}

/** The forms of a page that change something. */
export function listPageForms(html: string, path: string): readonly PageForm[] {
  const elements = readElements(html);
  return elements.filter(isPosting).map((form) => {
    const own = form.children.flatMap(withInner);
    const { id } = form.attributes;
    const apart = id === undefined ? [] : elements.filter(({ attributes }) => attributes.form === id);
    const all = [...own, ...apart];
    return {
      action: form.attributes.action || path,
      controls: all.flatMap(toControl),
      buttons: all.flatMap(({ name, attributes }) =>
        name === "button" && attributes.name ? [[attributes.name, attributes.value ?? ""] as const] : [],
      ),
    };
  });
}

const isPosting = ({ name, attributes }: Element) => name === "form" && attributes.method?.toLowerCase() === "post";

function toControl(element: Element): readonly Control[] {
  const { name: tag, attributes, text } = element;
  const { name, type = "text", value = "" } = attributes;
  if (name === undefined) return [];
  const isRequired = attributes.required !== undefined;
  if (tag === "textarea") return [{ name, kind: "text", value: text, options: [], isChosen: false, isRequired }];
  if (tag === "select") {
    const options = withInner(element).filter((one) => one.name === "option");
    const values = options.map((one) => one.attributes.value ?? one.text);
    const selected = options.findIndex((one) => one.attributes.selected !== undefined);
    return [
      { name, kind: "select", value: values[selected] ?? "", options: values, isChosen: selected >= 0, isRequired },
    ];
  }
  if (tag !== "input" || ["submit", "button", "image", "reset"].includes(type)) return [];
  return [
    { name, kind: kindOf(attributes), value, options: [], isChosen: attributes.checked !== undefined, isRequired },
  ];
}

const WORDS = ["text", "search", "tel", "url"];
const FIGURES = ["numeric", "decimal"];

function kindOf({ type = "text", inputmode = "" }: Element["attributes"]): string {
  if (WORDS.includes(type)) return FIGURES.includes(inputmode) ? "figure" : "text";
  return type;
}

const PLAIN: Readonly<Record<string, string>> = {
  month: "2026-03",
  number: "1",
  figure: "1",
  email: "somebody@example.org",
  password: "long enough password",
};
/** The first of them stands for a beginning, the second for an end. */
const TWO_OF: Readonly<Record<string, readonly [string, string]>> = {
  date: ["2026-03-15", "2026-12-31"],
  "datetime-local": ["2026-03-15T10:00", "2026-12-31T12:00"],
  time: ["10:00", "12:00"],
};
const END = /until|due|end|payBy/i;

function plainValue({ name, kind }: Control): string {
  const [begin, end] = TWO_OF[kind] ?? [PLAIN[kind] ?? "", PLAIN[kind] ?? ""];
  return END.test(name) ? end : begin;
}

export interface Filling {
  /** What goes into a field for words. */
  readonly words: (control: Control) => string;
  /** None where the form is sent without its file. */
  readonly file?: File | undefined;
  readonly button: readonly [name: string, value: string] | undefined;
  /** Whether what may stay empty does. */
  readonly only: "required" | "all";
}

const MONEY = /amount|sum|money|rub|cost|limit/i;
const LINK = /url|link|site$|tiles/i;
/** Where only a notation of its own is taken, and further rows of a list: they stay as they are. */
const LEFT = /point|host|timeZone|oktmo|-[1-9]\d*-/i;

export const isLink = ({ name }: Control): boolean => LINK.test(name);

/** What stands in a field for words already, or what a person would write there; `only` where it must not be empty. */
export function plainWords(control: Control, only: Filling["only"]): string {
  const { name, value, isRequired } = control;
  if (value !== "" || LEFT.test(name) || (only === "required" && !isRequired)) return value;
  if (MONEY.test(name)) return isRequired ? "1,00" : "";
  return isLink(control) ? "https://example.org/" : "Слово 1";
}

/** The form as a person would fill it in: what stands there stays, words go where words belong, each choice takes its first. */
export function fillForm({ controls }: PageForm, { words, file, button, only }: Filling): Form {
  const form: Record<string, string | File> = {};
  for (const control of controls) {
    const { name, kind, value, options, isChosen, isRequired } = control;
    const isFilled = isRequired || only === "all";
    if (kind === "checkbox" || kind === "radio") {
      if (isChosen || (kind === "radio" && form[name] === undefined)) form[name] = value || "on";
    } else if (kind === "select")
      form[name] = value || (isFilled ? (options.find((one) => one !== "") ?? "") : (options[0] ?? ""));
    else if (kind === "file") form[name] = file ?? new File([], "");
    else if (kind === "text") form[name] = words(control);
    else form[name] = value || (isFilled ? plainValue(control) : "");
  }
  return button ? { ...form, [button[0]]: button[1] } : form;
}
