import type { Thresholds, Variable } from "../system.ts";

/** How uncertain a reader must stay about a sensitive variable: what it could be at least, and between which extremes. */
export interface Need {
  /** The greatest value that stays possible is this or more. */
  upper: number;
  /** The greatest and the least that stay possible are this far apart, or farther. */
  width: number;
}

/** A hidden count could be one that is published, and any other below it; an amount is uncertain by what one contributor may not exceed. */
export function needOf({ kind, total }: Variable, thresholds: Thresholds): Need {
  switch (kind) {
    case "persons":
      return { upper: thresholds.persons, width: thresholds.persons - 1 };
    case "enterprises":
      return { upper: thresholds.enterprises, width: thresholds.enterprises - 1 };
    case "certifications":
      return { upper: total + 1, width: 1 };
    case "amount": {
      const margin = Math.max(1, Math.ceil((1 - thresholds.dominance) * total));
      return { upper: total + margin, width: margin };
    }
  }
}

/** Whether a variable must be hidden for itself (Insee's manual on the protection of tables). An empty population gives nobody away. */
export function isSensitive(variable: Variable, thresholds: Thresholds): boolean {
  const { kind, total, persons, known, secret } = variable;
  if (known) return false;
  if (secret) return true;
  switch (kind) {
    case "persons":
      return total > 0 && total < thresholds.persons;
    case "enterprises":
      return total > 0 && total < thresholds.enterprises;
    case "certifications":
      return persons > 0 && persons < thresholds.persons;
    case "amount":
      return persons > 0 && (persons < thresholds.persons || (total > 0 && isNarrow(variable, thresholds)));
  }
}

/** An amount that too few share, or that one of them nearly makes alone. */
function isNarrow({ total, contributors, enterprises, largest }: Variable, thresholds: Thresholds): boolean {
  return contributors < thresholds.persons || enterprises < thresholds.enterprises || largest > thresholds.dominance * total;
}
