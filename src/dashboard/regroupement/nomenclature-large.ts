import type { Definition } from "../definition/definition.ts";

/** Categories made one, for a whole dimension; those that are not named stay as they are. */
type Large = readonly (readonly string[])[];

/** Coarser nomenclatures of a dimension that readers know, the finest first: the bilan's own, or those of what cpro knows. */
export function largesDe({ bilan: { regroupements = {} } }: Definition, dimension: string): readonly Large[] | undefined {
  return regroupements[dimension] ?? larges[dimension];
}

const larges: Readonly<Record<string, readonly Large[]>> = {
  // Less than a year, a year, more.
  duree: [
    [
      ["0-5", "6-8", "9-11"],
      ["13-17", "18-23", "24-36"],
    ],
    [
      ["0-5", "6-8", "9-11"],
      ["12", "13-17", "18-23", "24-36"],
    ],
  ],
  nature_certification: [
    [["cqp", "cqpi", "qualification_ccn"]],
    [["bloc", "cqp", "cqpi", "qualification_ccn"]],
    [
      ["rncp", "bloc"],
      ["cqp", "cqpi", "qualification_ccn"],
    ],
  ],
  niveau: niveaux(),
  niveau_entree: niveaux(),
  niveau_sortie: niveaux(),
  anciennete: [
    [
      ["0-2", "3-5"],
      ["6-11", "12+"],
    ],
  ],
  initiative: [[["essai", "autre"]], [["accord", "essai", "autre"]]],
  // Those of Insee's surveys on employment, then young, middle and senior.
  tranche_age: [
    [
      ["16-17", "18-20", "21-25"],
      ["26-29", "30-34"],
      ["45-49", "50+"],
    ],
    [
      ["16-17", "18-20", "21-25"],
      ["26-29", "30-34", "35-44"],
      ["45-49", "50+"],
    ],
  ],
  inscription: [[["12-23", "24+"]]],
  minimum_social: [[["rsa", "ass", "aah"]]],
  contrat_travail: [[["cdd", "autre"]], [["cdi", "cdd", "autre"]]],
  // Small, middle, large; then on either side of 50.
  effectif: [
    [["50-199", "200-249"]],
    [["50-199", "200-249", "250+"]],
    [
      ["0-9", "10-49"],
      ["50-199", "200-249", "250+"],
    ],
  ],
  // The small sections, then Insee's aggregated nomenclatures: ten items, five, then industry and services.
  secteur: [
    [
      ["B", "D", "E"],
      ["K", "L"],
      ["R", "S", "T", "U"],
    ],
    [
      ["B", "C", "D", "E"],
      ["G", "H", "I"],
      ["M", "N"],
      ["O", "P", "Q"],
      ["R", "S", "T", "U"],
    ],
    [
      ["B", "C", "D", "E"],
      ["G", "H", "I", "J", "K", "L", "M", "N", "R", "S", "T", "U"],
      ["O", "P", "Q"],
    ],
    [
      ["A", "B", "C", "D", "E", "F"],
      ["G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q", "R", "S", "T", "U"],
    ],
  ],
  // Overseas: the régions, then the rest.
  region: [
    [
      ["01", "02", "03", "04", "06"],
      ["975", "977", "978", "984", "986", "987", "988", "989"],
    ],
  ],
};

/** On either side of the bac, then with the bac in the middle. */
function niveaux(): Large[] {
  return [
    [
      ["aucun", "3"],
      ["6", "7", "8"],
    ],
    [
      ["aucun", "3"],
      ["5", "6", "7", "8"],
    ],
    [
      ["aucun", "3", "4"],
      ["5", "6", "7", "8"],
    ],
  ];
}
