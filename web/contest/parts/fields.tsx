import "./fields.css";
import { Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { createContext, useContext } from "react";
import type { FieldError } from "../../ui/error-summary.tsx";

const context = createContext<ReadonlyMap<string, string>>(new Map());

/** What is wrong with each field of the form, by its name. */
export const FaultsProvider = context.Provider;

export const byField = (errors: readonly FieldError[]): ReadonlyMap<string, string> =>
  new Map(errors.map(({ field, sentence }) => [field, sentence]));

/** Whether something is wrong within a part of the form, by the beginning of its fields' names. */
export function useFaulty(part: string): boolean {
  return [...useContext(context).keys()].some((field) => field === part || field.startsWith(`${part}.`));
}

interface Props {
  /** The path of what it holds in the rules. */
  readonly name: string;
  readonly label: string;
  readonly filled: string;
}

function useField({ name, label, filled }: Props) {
  const error = useContext(context).get(name);
  return { id: name, name, label, defaultValue: filled, ...(error && { error }) };
}

interface TextProps extends Props {
  readonly isFigure?: boolean;
}

export function Text({ isFigure = false, ...own }: TextProps) {
  return <TextInput {...useField(own)} maxLength={2_000} {...(isFigure && { inputMode: "decimal" as const })} />;
}

interface ChoiceProps extends Props {
  readonly data: readonly { readonly value: string; readonly label: string }[];
}

export function Choice({ data, ...own }: ChoiceProps) {
  return <NativeSelect {...useField(own)} data={[...data]} />;
}

export function Tick({ name, label, isOn }: Pick<Props, "name" | "label"> & { readonly isOn: boolean }) {
  return <Checkbox name={name} value="yes" label={label} defaultChecked={isOn} />;
}

/** A decimal as the form shows it. */
export const comma = (figure: string | null | undefined): string => (figure ?? "").replace(".", ",");
/** A whole number as the form shows it; nothing where there is none. */
export const digits = (value: number | null | undefined): string =>
  value === null || value === undefined || Number.isNaN(value) ? "" : String(value);

export interface PlacedRow<Row> {
  readonly at: number;
  readonly row: Row | undefined;
}

/** The rows that are filled and empty ones below them. */
export const rowsOf = <Row,>(rows: readonly Row[] | undefined, least = 1, more = 1): readonly PlacedRow<Row>[] =>
  Array.from({ length: Math.max(least, (rows?.length ?? 0) + more) }, (_, at) => ({ at, row: rows?.[at] }));
