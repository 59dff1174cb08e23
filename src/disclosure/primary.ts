import type { Thresholds, Variable } from "./system.ts";

/** Whether a variable must be hidden for itself (Insee's manual on the protection of tables). An empty population gives nobody away. */
export function isSensitive(variable: Variable, thresholds: Thresholds): boolean {
  const { kind, total, persons } = variable;
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
