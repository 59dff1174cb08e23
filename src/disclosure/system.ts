/** A population or a sum that somebody could be recognised in, wherever it shows. */
export interface Variable {
  key: string;
  kind: "persons" | "enterprises" | "certifications" | "amount";
  /** The number, or the sum. */
  total: number;
  /** Persons in it; nobody means that its total is no secret. */
  persons: number;
  /** For amounts: persons and enterprises with a non-zero part, and the largest part of one enterprise. */
  contributors: number;
  enterprises: number;
  largest: number;
  /** Never printed whatever happens, but any reader knows that it exists. */
  unpublished: boolean;
  /** Printed nowhere, but given away by what is printed. */
  implicit?: true;
  /** Published already, or known to all: it can no longer be hidden. */
  known?: boolean;
  /** The least a reader knows it to be while hidden, when it is not what {@link floorOf} supposes. */
  floor?: number;
  /** The table it shows in, for messages. */
  table?: string;
  /** What is published with it: readers know that no hidden number of a block is zero, unless zeros of the block are hidden too. */
  block?: string;
  /** Its zero may be hidden. */
  quiet?: true;
  /** To be kept from readers as a small count is, though it is zero. */
  secret?: true;
  /** What some readers know of it by themselves, by their names. */
  insights?: ReadonlyMap<string, Insight>;
  /** What has the most is hidden last. */
  usefulness: number;
}

/** What somebody knows of a population because some of it is theirs. */
export interface Insight {
  /** How much: it is no less. */
  own: number;
  /** They know that there is nothing else in it. */
  whole?: true;
}

/** Two sums of variables that every reader knows to be equal. */
export interface Relation {
  left: readonly string[];
  right: readonly string[];
}

/** Everything that is to be published, and all that ties it together. */
export interface System {
  variables: readonly Variable[];
  relations: readonly Relation[];
}

/** Below which a population may not be published (legal parameters secret-*). */
export interface Thresholds {
  persons: number;
  enterprises: number;
  /** The largest share of an amount that one enterprise may have, between 0 and 1. */
  dominance: number;
}

/** Whether every reader knows it already: an empty population is known to be empty, save where zeros may be hidden. */
export function isKnown({ persons, total, known, quiet }: Variable): boolean {
  return known === true || (persons === 0 && total === 0 && !quiet);
}

/** The least a reader knows a hidden variable can be: zeros are shown, save of what is never printed and where they may be hidden. */
export function floorOf({ kind, unpublished, floor, quiet }: Variable): number {
  return floor ?? (kind === "amount" || unpublished || quiet ? 0 : 1);
}
