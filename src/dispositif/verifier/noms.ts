import type { Dispositif } from "../modele.ts";
import { conseilParmi, type Faute } from "./faute.ts";
import type { Releve } from "./releves.ts";

/** What exists besides the dispositif, by name. */
export interface Connus {
  acteurs: readonly string[];
  references: readonly string[];
  /** Every way to call rules: « famille/* », « famille/id ». */
  regles: readonly string[];
}

/** The names of nothing, and those given twice. */
export function nomsFautifs(dispositif: Dispositif, releves: readonly Releve[], connus: Connus): Faute[] {
  const { acteurs, references = {}, parcours, fiche } = dispositif;
  const etapes = [...parcours.etapes, ...(fiche?.etapes ?? [])];
  const admis: Readonly<Record<string, { quoi: string; noms: readonly string[] }>> = {
    acteur: { quoi: "L'acteur", noms: [...Object.keys(acteurs), ...connus.acteurs] },
    reference: { quoi: "La référence", noms: [...Object.keys(references), ...connus.references] },
    nomPhase: { quoi: "La phase", noms: parcours.phases.map(({ id }) => id) },
    nomEtape: { quoi: "L'étape", noms: etapes.map(({ id }) => id) },
    motif: { quoi: "La règle", noms: connus.regles },
  };
  const inconnus = releves.flatMap(({ nature, at, valeur }): Faute[] => {
    const attendu = Object.hasOwn(admis, nature) ? admis[nature] : undefined;
    const nom = nature === "motif" ? valeur.replace(/^-/, "") : valeur;
    if (attendu === undefined || attendu.noms.includes(nom)) return [];
    return [{ at, message: `${attendu.quoi} « ${nom} » n'existe pas.`, hint: conseilParmi(nom, attendu.noms) }];
  });
  return [...inconnus, ...doubles(dispositif), ...reglesDejaPrises(dispositif, connus)];
}

function doubles({ sources, parcours, fiche, regles_donnees = [] }: Dispositif): Faute[] {
  const listes = [
    [{ at: ["sources"], items: sources }],
    [{ at: ["parcours", "phases"], items: parcours.phases }],
    [
      { at: ["parcours", "etapes"], items: parcours.etapes },
      { at: ["fiche", "etapes"], items: fiche?.etapes ?? [] },
    ],
    [{ at: ["regles_donnees"], items: regles_donnees }],
  ];
  return listes.flatMap((parties) => {
    const vus = new Set<string>();
    return parties.flatMap(({ at, items }) =>
      items.flatMap(({ id }, rang): Faute[] => {
        const isDouble = vus.has(id);
        vus.add(id);
        return isDouble
          ? [{ at: [...at, rang, "id"], message: `L'id « ${id} » est déjà pris.`, hint: "Donnez-en un autre à l'un des deux." }]
          : [];
      }),
    );
  });
}

/** A derogation names a rule by its id alone. */
function reglesDejaPrises({ regles_donnees = [] }: Dispositif, { regles }: Connus): Faute[] {
  const pris = new Set(regles.map((motif) => motif.split("/")[1]));
  return regles_donnees.flatMap(({ id }, rang): Faute[] =>
    pris.has(id)
      ? [{ at: ["regles_donnees", rang, "id"], message: `L'id « ${id} » est celui d'une règle de cpro.`, hint: "Donnez-en un autre." }]
      : [],
  );
}
