import { UserError } from "../errors.ts";
import * as generated from "../generated/legal.ts";
import { type Day, formatDay } from "../words/dates.ts";

export type ReferenceId = keyof typeof generated.references;
export type ParameterName = keyof typeof generated.parameters;

/** A source of law: a title as it is printed, and where to read it when a sure address is known. */
export interface Reference {
  titre: string;
  url?: string;
}

/** A figure and how it changed. `R`: the references it may name, which are those of the law unless said. */
export interface Parameter<R extends string = ReferenceId> {
  label: string;
  unit: string;
  checked_on: Day;
  /** In the order of their dates of force. */
  values: readonly { from: Day; value: number | Day; reference: R }[];
}

type ValueOf<N extends ParameterName> = (typeof generated.parameters)[N]["values"][number]["value"] extends number ? number : Day;

export const parameters: Readonly<Record<ParameterName, Parameter>> = generated.parameters;

/** The names of all the sources. */
export const referenceIds: readonly string[] = Object.keys(generated.references);

/** A source by its name here; one of elsewhere is itself. */
export function reference(source: ReferenceId | Reference): Reference {
  return typeof source === "string" ? generated.references[source] : source;
}

/**
 * The value in force on a day, with its source.
 * @throws UserError before the first value: no figure is better than one that was not yet law.
 */
export function valueAt<N extends ParameterName>(name: N, date: Day): { value: ValueOf<N>; reference: ReferenceId } {
  const { value, reference: source } = valueIn(name, parameters[name], date);
  return { value: value as ValueOf<N>, reference: source };
}

/**
 * The same for any figure, under the name that it bears where it is declared.
 * @throws UserError before the first value.
 */
export function valueIn<R extends string>(name: string, { label, values }: Parameter<R>, date: Day): { value: number | Day; reference: R } {
  for (let rank = values.length - 1; rank >= 0; rank -= 1) {
    const one = values[rank];
    if (one !== undefined && one.from <= date) return { value: one.value, reference: one.reference };
  }
  const first = values[0]?.from ?? date;
  throw new UserError(
    `Le paramètre « ${label} » (${name}) n'a pas de valeur au ${formatDay(date)} : la première vaut à partir du ${formatDay(first)}.`,
  );
}

/** Whether the law of a day is known here: before the first value of a parameter, an earlier text applied that is not. */
export function isKnownAt(name: ParameterName, date: Day): boolean {
  return (parameters[name].values[0]?.from ?? date) <= date;
}

/** The value a parameter began with, for what must be compared with the law before any date of the law applies. */
export function firstValue<N extends ParameterName>(name: N): ValueOf<N> {
  return parameters[name].values[0]?.value as ValueOf<N>;
}
